using System.IO.Compression;

namespace Technopark.Identity.Tests;

/// <summary>Whom operators block comes in by no door, and learns why they do not; strangers learn nothing.</summary>
public sealed class BlockTests(IdentityFixture identity)
{
    private const string Wrong = "this is not the password";

    private string Root => $"{identity.Root}/people";

    [Theory]
    [InlineData("en", "have closed your access")]
    [InlineData("ru", "закрыли вам вход")]
    public async Task All_sessions_end_and_the_right_password_alone_is_told_why_nothing_opens(
        string language, string why)
    {
        var (here, mail) = await identity.JoinAsync(language);
        var there = identity.Visit(language);
        await there.SignInAsync(mail);
        var (person, by) = (await identity.PersonAsync(mail), Guid.CreateVersion7());

        var blocked = await BlockAsync(person, by);

        Assert.Equal(["roles", "unblock", "endSessions"], blocked.Allowed());
        Assert.Equal(("нарушил правила", 0), (blocked.Text("blockedReason"), Number(blocked, "sessions")));
        foreach (var visitor in new[] { here, there })
        {
            Assert.Equal(Visits.SignIn, (await visitor.OpenAsync(Visits.Account)).Path);
        }

        Assert.Equal(2, await identity.CountAsync(
            "audit where actor = $1 and outcome = 'sessionEnded' and operation = 'BlockPerson'", by.ToString()));
        (await here.SignInAsync(mail)).Says(why);
        await identity.ToldAsync(person, "blocked");
        var wrong = await identity.Visit(language).SignInAsync(mail, Wrong);
        var nobody = await identity.Visit(language).SignInAsync(IdentityFixture.Somebody(), Wrong);
        Assert.DoesNotContain(why, wrong.Text, StringComparison.Ordinal);
        Assert.Equal(Errors(nobody), Errors(wrong));

        await new ParkClient.ParkClient(identity.As(Roles.Operator)).ActAsync(blocked, "unblock");
        Assert.Equal(Visits.Account, (await here.SignInAsync(mail)).Path);
    }

    [Fact]
    public async Task A_sign_in_that_was_begun_and_a_link_in_a_mail_are_good_no_more()
    {
        var (_, mail, key, _) = await identity.JoinWithCodesAsync();
        var begun = identity.Visit();
        Assert.Equal($"{Visits.SignIn}/code", (await begun.SignInAsync(mail)).Path);
        await identity.Visit().AskForResetAsync(mail);
        var link = await identity.Mails.LinkAsync(mail, "/reset");

        await BlockAsync(await identity.PersonAsync(mail));

        Assert.Equal(Visits.SignIn, (await begun.OpenAsync($"{Visits.SignIn}/code")).Path);
        var reset = await identity.Visit().SubmitAsync(link, new() { ["Password"] = "another long password" });
        reset.Says("expired or was used already");
        (await identity.Visit().SignInAsync(mail)).Says("have closed your access");
        Assert.NotEqual("", key);
    }

    [Fact]
    public async Task Who_has_not_confirmed_their_address_does_not_come_in_by_confirming_it()
    {
        var mail = IdentityFixture.Somebody();
        var visitor = identity.Visit();
        await visitor.RegisterAsync(mail);
        var link = await identity.Mails.LinkAsync(mail, "/confirm");
        var person = await identity.PersonAsync(mail);
        await identity.ScalarAsync<Guid>("update people set blocked_at = now() where id = $1 returning id", person);

        var confirmed = await visitor.SubmitAsync(link, new() { ["Password"] = IdentityFixture.Password });

        confirmed.Says("have closed your access");
        Assert.Equal(0, await identity.CountAsync("sessions where person_id = $1", person));
    }

    [Fact]
    public async Task A_passkey_opens_nothing()
    {
        var owner = await PasskeyOwner.AwayAsync(identity);
        await BlockAsync(owner.Person);

        await owner.Page.GotoAsync(Visits.SignIn);
        await owner.Page.ClickAsync($"{PasskeyOwner.Take} button");

        await Assertions.Expect(owner.Page.Locator(".errors")).ToContainTextAsync("have closed your access");
        Assert.Equal(0, await identity.CountAsync("sessions where person_id = $1 and ended_at is null", owner.Person));
    }

    [Fact]
    public async Task The_reason_is_in_the_copy_of_their_data_and_not_in_the_audit()
    {
        var (_, mail) = await identity.JoinAsync();
        var (person, reason) = (await identity.PersonAsync(mail), $"r{Guid.CreateVersion7():N}");
        await BlockAsync(person, reason: reason);

        using var http = identity.As(Roles.Founder, person);
        await using var archive = new ZipArchive(await http.GetStreamAsync($"{identity.Root}/me/data"));
        await using var file = await archive.GetEntry("identity.json")!.OpenAsync();
        var copy = await JsonSerializer.DeserializeAsync<JsonElement>(file);
        Assert.Equal(reason, copy.GetProperty("person")[0].GetProperty("blockedReason").GetString());
        Assert.Equal("people", await identity.TablesWithAsync(reason));
    }

    [Fact]
    public async Task It_is_done_once()
    {
        var (_, mail) = await identity.JoinAsync();
        var blocked = await BlockAsync(await identity.PersonAsync(mail));
        var again = await identity.ActRefusedAsync(blocked, "block", new { reason = "ещё раз" });
        Assert.Equal("409 blockedAlready", again);
        var open = await identity.Api.ActAsync(blocked, "unblock");
        Assert.Equal("409 notBlocked", await identity.ActRefusedAsync(open, "unblock"));
    }

    [Fact]
    public async Task An_operator_sees_sessions_and_ends_one_or_all()
    {
        var (here, mail) = await identity.JoinAsync();
        var there = identity.Visit();
        await there.SignInAsync(mail);
        var (person, by) = (await identity.PersonAsync(mail), Guid.CreateVersion7());
        using var http = identity.As(Roles.Operator, by);
        var api = new ParkClient.ParkClient(http);

        var sessions = await api.ListAsync($"{Root}/{person}/sessions", 1).ToListAsync();
        Assert.Equal(
            [Visitor.Address, Visitor.Address], sessions.Select(one => one.GetProperty("address").GetString()));
        Assert.Equal("204", await EndAsync(http, person, new { sessionId = sessions[1].GetProperty("id").GetGuid() }));
        Assert.Equal(Visits.SignIn, (await here.OpenAsync(Visits.Sessions)).Path);
        Assert.Equal(Visits.Sessions, (await there.OpenAsync(Visits.Sessions)).Path);
        Assert.Equal("400 sessionId", await EndAsync(http, person, new { sessionId = Guid.CreateVersion7() }));

        Assert.Equal("204", await EndAsync(http, person, new { }));
        Assert.Equal(Visits.SignIn, (await there.OpenAsync(Visits.Sessions)).Path);
        Assert.Equal(2, await identity.CountAsync(
            "audit where actor = $1 and outcome = 'sessionEnded' and operation = 'EndPersonSessions'", by.ToString()));
    }

    private async Task<string> EndAsync(HttpClient http, Guid person, object body)
    {
        using var answer = await http.PostAsJsonAsync($"{Root}/{person}/endSessions", body);
        return await answer.InShortAsync();
    }

    private Task<Thing> BlockAsync(Guid person, Guid? by = null, string reason = "нарушил правила") =>
        new ParkClient.ParkClient(identity.As(Roles.Operator, by)).ActAsync(
            $"{Root}/{person}", "block", new { reason });

    private static int Number(Thing thing, string member) => thing.Body.GetProperty(member).GetInt32();

    private static string Errors(Shown shown) => System.Text.RegularExpressions.Regex.Match(
        shown.Text, "class=\"errors\".*?(?=<form)", System.Text.RegularExpressions.RegexOptions.Singleline).Value;
}
