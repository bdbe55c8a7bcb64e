namespace Technopark.Identity.Tests;

public sealed class InvitationTests(IdentityFixture identity)
{
    private string Root => $"{identity.Root}/invitations";

    [Fact]
    public async Task It_is_accepted_once_and_brings_its_roles()
    {
        var mail = IdentityFixture.Somebody();
        await InviteAsync(Roles.Operator, mail, "expert", "mentor");
        var link = await identity.Mails.LinkAsync(mail, "/register");
        var visitor = identity.Visit();

        var accepted = await AcceptAsync(visitor, link);
        Assert.Equal("/identity/account", accepted.Path);
        accepted.Says("expert, mentor");
        var again = await identity.Visit().OpenAsync(link);

        again.Says("This invitation has expired, was taken back or was accepted already");
    }

    [Fact]
    public async Task
        Who_came_by_it_and_has_themselves_erased_is_not_in_its_kept_answer_and_where_they_came_from_is_forgotten()
    {
        var mail = IdentityFixture.Somebody();
        await InviteAsync(Roles.Operator, mail, "expert");
        var visitor = identity.Visit();
        await AcceptAsync(visitor, await identity.Mails.LinkAsync(mail, "/register"));
        var person = await identity.PersonAsync(mail);
        await identity.Visit().SignInAsync(mail, "not the password");
        await Eventually.TrueAsync("the wrong password is told", async () => await FromAsync(person) > 0);
        Assert.Equal(1, await identity.CountAsync("idempotency where response like '%' || $1 || '%'", mail));

        const string data = "/identity/account/data";
        var erased = await visitor.SubmitAsync(
            data, new() { ["Password"] = IdentityFixture.Password, ["Sure"] = "true" }, $"{data}?handler=Erase");

        Assert.Equal("/identity/erased", erased.Path);
        Assert.Equal(0, await identity.CountAsync("idempotency where response like '%' || $1 || '%'", mail));
        Assert.Equal(0, await FromAsync(person));
    }

    private Task<long> FromAsync(Guid person) => identity.CountAsync(
        "audit where target_id = $1 and actor = 'anonymous' and address is not null", person);

    [Fact]
    public async Task Somebody_who_is_here_already_accepts_it_signed_in()
    {
        var mail = IdentityFixture.Somebody();
        var visitor = await identity.SignUpAsync(mail);
        await InviteAsync(Roles.Manager, mail, "investor");
        var link = await identity.Mails.LinkAsync(mail, "/register");

        (await identity.Visit().OpenAsync(link)).Says("Sign in to accept");
        var accepted = await visitor.SubmitAsync(link, [], $"{link}&handler=Accept");

        accepted.Says("founder, investor");
    }

    [Fact]
    public async Task One_that_has_expired_or_was_taken_back_opens_nothing()
    {
        var (expired, revoked) = (IdentityFixture.Somebody(), IdentityFixture.Somebody());
        await InviteAsync(Roles.Operator, expired, "expert");
        await identity.ScalarAsync<Guid>(
            "update invitations set expires_at = now() - interval '1 second' where mail = $1 returning id", expired);
        using var manager = identity.As(Roles.Manager, Guid.CreateVersion7());
        var (id, tag) = await InviteAsync(manager, revoked, "expert");
        using var revoke = new HttpRequestMessage(HttpMethod.Post, $"{Root}/{id}/revoke");
        revoke.Headers.TryAddWithoutValidation("If-Match", tag);
        using var done = await manager.SendAsync(revoke);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);

        foreach (var mail in new[] { expired, revoked })
        {
            var shown = await identity.Visit().OpenAsync(await identity.Mails.LinkAsync(mail, "/register"));
            shown.Says("This invitation has expired");
        }
    }

    [Theory]
    [InlineData(Roles.Manager, "operator", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Manager, "director", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Founder, "founder", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Operator, "nobody", HttpStatusCode.BadRequest)]
    public async Task Nobody_gives_roles_that_are_not_theirs_to_give(Roles by, string role, HttpStatusCode expected)
    {
        using var http = identity.As(by);
        using var answer = await PostAsync(http, IdentityFixture.Somebody(), role);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Managers_see_those_that_they_sent()
    {
        using var manager = identity.As(Roles.Manager, Guid.CreateVersion7());
        var (id, _) = await InviteAsync(manager, IdentityFixture.Somebody(), "partner");
        using var another = identity.As(Roles.Manager, Guid.CreateVersion7());

        var list = await manager.GetFromJsonAsync<JsonElement>(Root);
        Assert.Equal(id, Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Equal(0, (await another.GetFromJsonAsync<JsonElement>(Root)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_token_is_nowhere_in_the_database()
    {
        var mail = IdentityFixture.Somebody();
        await InviteAsync(Roles.Operator, mail, "expert");
        var token = (await identity.Mails.LinkAsync(mail, "/register")).Split('=')[1];

        Assert.Equal(0, await identity.ScalarAsync<long>(
            """
            select (select count(*) from invitations i where i::text like '%' || $1 || '%')
                + (select count(*) from mails m where m::text like '%' || $1 || '%')
            """,
            token));
    }

    [Fact]
    public async Task The_first_operator_is_invited_by_who_runs_the_park()
    {
        var mail = IdentityFixture.Somebody();
        Assert.Equal(HttpStatusCode.Unauthorized, await identity.InviteAsync(mail, "operator", key: "another"));
        Assert.Equal(HttpStatusCode.BadRequest, await identity.InviteAsync(mail, "king"));
        Assert.Equal(HttpStatusCode.OK, await identity.InviteAsync(mail, "operator"));

        var accepted = await AcceptAsync(identity.Visit(), await identity.Mails.LinkAsync(mail, "/register"));

        accepted.Says("operator");
    }

    private static Task<Shown> AcceptAsync(Visitor visitor, string link) => visitor.SubmitAsync(
        link, new() { ["Name"] = "Борис Второй", ["Password"] = IdentityFixture.Password, ["Consent"] = "true" });

    private async Task InviteAsync(Roles by, string mail, params string[] roles)
    {
        using var http = identity.As(by, Guid.CreateVersion7());
        await InviteAsync(http, mail, roles);
    }

    private async Task<(Guid Id, string Tag)> InviteAsync(HttpClient http, string mail, params string[] roles)
    {
        using var answer = await PostAsync(http, mail, roles);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (body.GetProperty("id").GetGuid(), answer.Headers.ETag!.Tag);
    }

    private async Task<HttpResponseMessage> PostAsync(HttpClient http, string mail, params string[] roles)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, Root) { Content = JsonContent.Create(new { mail, roles }) };
        request.Headers.Add("Idempotency-Key", mail);
        return await http.SendAsync(request);
    }
}
