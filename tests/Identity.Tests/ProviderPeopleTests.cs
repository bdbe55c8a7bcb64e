using System.Text.RegularExpressions;

namespace Technopark.Identity.Tests;

/// <summary>What becomes in the park of what a provider says about people.</summary>
[Collection(nameof(AtProvider))]
public sealed class ProviderPeopleTests(IdentityFixture identity, AtProvider park) : IDisposable
{
    private const string Account = "/identity/account", Data = "/identity/account/data";

    public void Dispose() => park.Restore();

    [Fact]
    public async Task Roles_are_those_that_the_provider_gives_at_each_sign_in_and_those_that_the_park_gave()
    {
        var (visitor, subject, person) = await park.JoinAsync(Realm("park-directors", "professors", "students"));
        Assert.Equal("director, expert", await RolesAsync(visitor));

        park.Provider.Say(subject, Realm("professors", "director"));
        Assert.Equal("expert", await RolesAsync(visitor));
        await identity.ScalarAsync<int>(
            "update people set roles = $2 where id = $1 returning roles", person, (int)Roles.Expert);
        park.Provider.Say(subject, Realm("students"));
        Assert.Equal("expert", await RolesAsync(visitor));
        Assert.Equal(0, await identity.ScalarAsync<int>("select provided_roles from people where id = $1", person));
    }

    [Fact]
    public async Task However_busy_somebody_is_the_provider_is_asked_anew_after_half_a_day()
    {
        var (visitor, subject, person) = await park.JoinAsync(Realm("park-directors"));
        park.Provider.Say(subject, Realm("professors"));
        (await visitor.OpenAsync(Account)).Says("<dd>director</dd>");
        await identity.ScalarAsync<Guid>(
            "update sessions set started_at = now() - interval '13 hours' where person_id = $1 returning id", person);

        (await visitor.OpenAsync(Account)).Says("<dd>expert</dd>");
    }

    [Fact]
    public async Task Who_has_no_role_at_the_provider_is_a_founder_and_no_longer_once_they_have_one()
    {
        var (visitor, subject, _) = await park.JoinAsync(Realm("students", "operator", "manager"));
        Assert.Equal("founder", await RolesAsync(visitor));

        park.Provider.Say(subject, Realm("park-directors"));
        Assert.Equal("director", await RolesAsync(visitor));
        park.Provider.Say(subject);
        Assert.Equal("founder", await RolesAsync(visitor));
    }

    [Fact]
    public async Task Roles_that_the_provider_tells_only_when_asked_count_where_they_are_of_the_same_person()
    {
        await using var another = await park.StartAnotherAsync();
        var visitor = new Visitor(park.Browse(park: another), "en");
        var subject = await park.Provider.SignUpAsync(visitor);
        var told = "somebody else";
        park.Endpoints["userinfo_endpoint"] = () => new()
        {
            Content = JsonContent.Create(new { sub = told, realm_access = new { roles = (string[])["professors"] } }),
        };
        Assert.Equal("/identity/signin/provider?fault=refused", (await AtProvider.SignInAsync(visitor)).At);
        told = subject;
        await AtProvider.SignInAsync(visitor);
        await AtProvider.AgreeAsync(visitor);

        Assert.Equal("expert", await RolesAsync(visitor));
    }

    [Fact]
    public async Task A_mail_address_that_the_provider_has_not_verified_opens_nobodys_account()
    {
        var (_, mail) = await identity.JoinAsync();
        await identity.InviteAsync(mail, "manager");

        foreach (var said in new[] { ("email_verified", (object)false), ("name", "Анна") })
        {
            var (visitor, _, person) = await park.JoinAsync(("email", mail), said);
            Assert.NotEqual(await WithMailAsync(mail), person);
            Assert.DoesNotContain(mail, (await visitor.OpenAsync(Account)).Text, StringComparison.Ordinal);
            Assert.Equal("founder", await RolesAsync(visitor));
        }
    }

    [Fact]
    public async Task Who_had_an_account_before_keeps_it_by_a_verified_address_and_nobody_after_them_gets_it()
    {
        var (_, mail) = await identity.JoinAsync();
        var person = await WithMailAsync(mail);

        var (visitor, subject) = await park.ArriveAsync(Verified(mail.ToUpperInvariant()));
        Assert.Equal(Account, (await visitor.OpenAsync(Account)).Path);
        Assert.Equal(person, await park.PersonAsync(subject));
        var (_, _, successor) = await park.JoinAsync(Verified(mail));

        Assert.NotEqual(person, successor);
        Assert.Equal(person, await WithMailAsync(mail));
        await identity.ToldAsync(person, "linkedToProvider");
    }

    [Fact]
    public async Task Who_signed_up_with_the_address_of_another_and_never_confirmed_it_gives_way()
    {
        var mail = IdentityFixture.Somebody();
        await identity.Visit().RegisterAsync(mail);
        var squatter = await WithMailAsync(mail);

        var (_, _, person) = await park.JoinAsync(Verified(mail));

        Assert.NotEqual(squatter, person);
        Assert.Equal(person, await WithMailAsync(mail));
        Assert.Equal(0, await identity.CountAsync("people where id = $1", squatter));
    }

    [Fact]
    public async Task An_invitation_is_honoured_by_the_address_it_was_sent_to_and_by_its_link()
    {
        var (byMail, byLink) = (IdentityFixture.Somebody(), IdentityFixture.Somebody());
        await identity.InviteAsync(byMail, "mentor");
        await identity.InviteAsync(byLink, "investor");

        var (invited, _, _) = await park.JoinAsync(Verified(byMail));
        Assert.Equal("mentor", await RolesAsync(invited));
        var (follower, _) = await park.ArriveAsync(Realm("professors"));
        await follower.OpenAsync(await identity.Mails.LinkAsync(byLink, "/register"));
        await AtProvider.AgreeAsync(follower);

        Assert.Equal("expert, investor", await RolesAsync(follower));
        const string accepted = "invitations where lower(status) = 'accepted' and mail in ($1, $2)";
        Assert.Equal(2, await identity.CountAsync(accepted, byMail, byLink));
    }

    [Fact]
    public async Task Who_just_signed_in_at_the_provider_has_themselves_erased_and_comes_back_as_somebody_else()
    {
        var (visitor, subject, person) = await park.JoinAsync(("auth_time", Now - 3600));
        (await EraseAsync(visitor)).Says("anew=true");
        Assert.Equal(person, await park.PersonAsync(subject));

        park.Provider.Say(subject, ("auth_time", Now));
        var back = await visitor.OpenAsync($"/identity/signin/provider?go=true&anew=true&returnUrl={Data}");
        Assert.Equal(Data, back.Path);
        Assert.Equal("/identity/erased", (await EraseAsync(visitor)).Path);

        Assert.Equal(0, await identity.CountAsync("account_logins where provider_key = $1", subject));
        Assert.Equal("0 ", await identity.ScalarAsync<string>(
            "select roles | provided_roles || ' ' || name from people where id = $1", person));
        Assert.Equal("/identity/signin/welcome", (await AtProvider.SignInAsync(visitor)).Path);
        await AtProvider.AgreeAsync(visitor);
        Assert.NotEqual(person, await park.PersonAsync(subject));
    }

    [Fact]
    public async Task A_provider_that_does_not_say_when_erases_nobody()
    {
        var (visitor, subject, person) = await park.JoinAsync();

        await EraseAsync(visitor);

        Assert.Equal(person, await park.PersonAsync(subject));
    }

    [Fact]
    public async Task A_copy_name_language_and_sessions_are_theirs_as_anybodys()
    {
        var (visitor, subject, _) = await park.JoinAsync();

        (await visitor.SubmitAsync(Account, new() { ["Name"] = "Анна Третья", ["Language"] = "ru" })).Says("Сохранено");
        (await visitor.OpenAsync("/identity/account/sessions")).Says("Chrome, Linux");
        var copy = await visitor.SubmitAsync(Data, [], $"{Data}?handler=Copy");

        Assert.StartsWith("PK", copy.Html, StringComparison.Ordinal);
        Assert.Equal("Анна Третья", await identity.ScalarAsync<string>(
            "select name from people where id = $1", await park.PersonAsync(subject)));
    }

    [Fact]
    public async Task Whom_operators_blocked_is_told_so_after_signing_in_there()
    {
        var (visitor, subject, person) = await park.JoinAsync(Realm("professors"));
        await identity.ScalarAsync<Guid>("update people set blocked_at = now() where id = $1 returning id", person);

        var refused = await AtProvider.SignInAsync(visitor);

        Assert.Equal(
            (HttpStatusCode.Forbidden, "/identity/signin/provider?Fault=blocked"), (refused.Status, refused.At));
        refused.Says("have closed your access");
        Assert.NotEqual(Account, (await visitor.OpenAsync(Account)).Path);
        Assert.Equal(person, await park.PersonAsync(subject));
    }

    private static Task<Shown> EraseAsync(Visitor visitor) =>
        visitor.SubmitAsync(Data, new() { ["Sure"] = "true" }, $"{Data}?handler=Erase");

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    private static (string, object) Realm(params string[] roles) => ("realm_access", new { roles });

    private static (string, object)[] Verified(string mail) => [("email", mail), ("email_verified", true)];

    private Task<Guid> WithMailAsync(string mail) =>
        identity.ScalarAsync<Guid>("select id from accounts where lower(email) = $1", mail);

    /// <summary>Signs in anew and reads the person's roles.</summary>
    private static async Task<string> RolesAsync(Visitor visitor)
    {
        await AtProvider.SignInAsync(visitor);
        var account = await visitor.OpenAsync(Account);
        return Regex.Match(account.Text, "<dt>Roles</dt>\\s*<dd>([^<]*)</dd>").Groups[1].Value;
    }
}
