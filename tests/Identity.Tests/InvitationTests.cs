namespace Technopark.Identity.Tests;

public sealed class InvitationTests(IdentityFixture identity)
{
    private string Root => $"{identity.Root}/invitations";

    [Fact]
    public async Task It_is_accepted_once_and_brings_its_roles()
    {
        var mail = IdentityFixture.Somebody();
        var link = await InviteAsync(Roles.Operator, mail, "expert", "mentor");

        var accepted = await identity.Visit().RegisterAsync(mail, link);
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
        var visitor = identity.Visit();
        await visitor.RegisterAsync(mail, await InviteAsync(Roles.Operator, mail, "expert"));
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
        var (visitor, mail) = await identity.JoinAsync();
        var link = await InviteAsync(Roles.Manager, mail, "investor");

        (await identity.Visit().OpenAsync(link)).Says("Sign in to accept");
        var accepted = await visitor.SubmitAsync(link, [], $"{link}&handler=Accept");

        accepted.Says("founder, investor");
    }

    [Fact]
    public async Task One_that_has_expired_or_was_taken_back_opens_nothing()
    {
        var (expired, revoked) = (IdentityFixture.Somebody(), IdentityFixture.Somebody());
        var link = await InviteAsync(Roles.Operator, expired, "expert");
        await identity.ScalarAsync<Guid>(
            "update invitations set expires_at = now() - interval '1 second' where mail = $1 returning id", expired);
        var manager = As(Roles.Manager);
        var invitation = await manager.CreateAsync(Root, new { mail = revoked, roles = (string[])["expert"] });
        Assert.Equal("revoked", (await manager.ActAsync(invitation, "revoke")).Status);

        foreach (var opened in new[] { link, await identity.Mails.LinkAsync(revoked, "/register") })
        {
            (await identity.Visit().OpenAsync(opened)).Says("This invitation has expired");
        }
    }

    [Theory]
    [InlineData(Roles.Manager, "operator", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Manager, "director", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Founder, "founder", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Operator, "nobody", HttpStatusCode.BadRequest)]
    public async Task Nobody_gives_roles_that_are_not_theirs_to_give(Roles by, string role, HttpStatusCode expected)
    {
        var refused = await As(by).CreateRefusedAsync(
            Root, new { mail = IdentityFixture.Somebody(), roles = new[] { role } });
        Assert.Equal(expected, refused.Status);
    }

    [Fact]
    public async Task Managers_see_those_that_they_sent()
    {
        var manager = As(Roles.Manager);
        var invitation = await manager.CreateAsync(
            Root, new { mail = IdentityFixture.Somebody(), roles = (string[])["partner"] });

        var listed = Assert.Single(await manager.ListAsync(Root).ToListAsync());
        Assert.Equal(invitation.Id, listed.GetProperty("id").GetGuid());
        Assert.Empty(await As(Roles.Manager).ListAsync(Root).ToListAsync());
    }

    [Fact]
    public async Task A_token_is_nowhere_in_the_database()
    {
        var mail = IdentityFixture.Somebody();
        var token = (await InviteAsync(Roles.Operator, mail, "expert")).Split('=')[1];

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

        var accepted = await identity.Visit().RegisterAsync(mail, await identity.Mails.LinkAsync(mail, "/register"));

        accepted.Says("operator");
    }

    [Theory]
    [InlineData("a@example.org,b@example.org")]
    [InlineData("a@example.org; b@example.org")]
    [InlineData("a,b@example.org")]
    [InlineData("a@example.org,b")]
    [InlineData("Anna <a@example.org>")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("a @example.org")]
    [InlineData("example.org")]
    public async Task An_invitation_goes_to_one_mailbox(string mail)
    {
        var refused = await As(Roles.Operator).CreateRefusedAsync(Root, new { mail, roles = (string[])["expert"] });
        Assert.Equal("400 mail", refused.InShort());
        Assert.Equal(HttpStatusCode.BadRequest, await identity.InviteAsync(mail, "expert"));
        await identity.Visit().RegisterAsync(mail);
        Assert.Equal(0, await identity.CountAsync("accounts where email = $1", mail));
        Assert.Equal(0, await identity.CountAsync("mails where position($1 in mails::text) > 0", mail));
    }

    /// <summary>The API as somebody of this role uses it.</summary>
    private ParkClient.ParkClient As(Roles by) => new(identity.As(by, Guid.CreateVersion7()));

    /// <returns>The link in the mail.</returns>
    private async Task<string> InviteAsync(Roles by, string mail, params string[] roles)
    {
        await As(by).CreateAsync(Root, new { mail, roles });
        return await identity.Mails.LinkAsync(mail, "/register");
    }
}
