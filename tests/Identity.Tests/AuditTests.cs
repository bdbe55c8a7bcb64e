namespace Technopark.Identity.Tests;

public sealed class AuditTests(IdentityFixture identity)
{
    private const string Wrong = "this is not the password";

    [Fact]
    public async Task Sign_ins_and_what_follows_are_told_by_the_account_and_by_where_they_came_from()
    {
        var (visitor, mail) = await identity.JoinAsync();
        var person = await identity.PersonAsync(mail);
        await identity.Visit().SignInAsync(mail);
        await visitor.ChangePasswordAsync(IdentityFixture.Password, "another long password");
        await visitor.SignOutAsync();

        await ToldAsync(
            person, "mailConfirmed", "signedIn", "signedIn", "passwordChanged", "sessionEnded", "signedOut");
        Assert.Equal(6, await identity.CountAsync(
            "audit where actor = $1 and outcome <> 'done' and address = $2", person.ToString(), Visitor.Address));
    }

    [Fact]
    public async Task Wrong_passwords_and_closed_accounts_are_told_and_never_the_address_that_was_typed()
    {
        var ((_, mail), nobody) = (await identity.JoinAsync(), IdentityFixture.Somebody());
        var person = await identity.PersonAsync(mail);
        for (var time = 0; time < 5; time++)
        {
            await identity.Visit().SignInAsync(mail, Wrong);
            await identity.Visit().SignInAsync(nobody, Wrong);
        }

        await Eventually.TrueAsync("all of it is told", async () => await identity.ScalarAsync<string>(
            """
            select coalesce(string_agg(outcome, ',' order by id), '')
            from audit where target_id = $1 and target_type = 'account' and actor = 'anonymous'
            """,
            person)
            == "wrongPassword,wrongPassword,wrongPassword,wrongPassword,locked");
        await Eventually.TrueAsync("also of nobody", async () => await identity.CountAsync(
            "audit where target_id is null and outcome = 'wrongPassword' and operation is not null") >= 4);
        Assert.Equal(0, await identity.CountAsync("audit where audit::text like '%@%' or audit::text like '%Анна%'"));
    }

    [Fact]
    public async Task A_second_step_and_a_wrong_code_are_told()
    {
        var (_, mail, _, _) = await identity.JoinWithCodesAsync();
        var person = await identity.PersonAsync(mail);
        var other = identity.Visit();
        await other.SignInAsync(mail);
        await other.SendCodeAsync("000000");

        await ToldAsync(person, "mailConfirmed", "signedIn", "secondFactorOn", "recoveryCodesMade");
        await identity.ToldAsync(person, "wrongCode");
    }

    [Fact]
    public async Task An_invitation_is_told_from_the_operator_to_the_roles_it_gave()
    {
        var mail = IdentityFixture.Somebody();
        await identity.InviteAsync(mail, "manager");
        var invitation = await identity.ScalarAsync<Guid>("select id from invitations where mail = $1", mail);
        await identity.Visit().RegisterAsync(mail, await identity.Mails.LinkAsync(mail, "/register"));
        var person = await identity.PersonAsync(mail);

        Assert.Equal("operator", await ReadAsync("actor", invitation, "outcome = 'invited'"));
        Assert.Equal(person.ToString(), await ReadAsync("actor", invitation, "outcome = 'invitationUsed'"));
        Assert.Equal("accepted", await ReadAsync("after ->> 'status'", invitation, "before is not null"));
        Assert.Equal("manager", await ReadAsync("after ->> 'roles'", person, "target_type = 'person'"));
    }

    [Fact]
    public async Task A_program_with_a_wrong_secret_is_told()
    {
        using var http = identity.As(ServiceDefaults.Roles.None);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "development",
            ["client_secret"] = "guessed",
        });
        var address = $"2001:db8::{Random.Shared.Next(1, 65_000):x}";
        http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        using var answer = await http.PostAsync(new Uri("/identity/connect/token", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        await Eventually.TrueAsync("it is told", async () => await identity.CountAsync(
            "audit where address = $1 and outcome = 'refused' and status = 401 and operation like '%connect/token'",
            address) == 1);
    }

    private Task<string> ReadAsync(string column, Guid target, string condition) => identity.ScalarAsync<string>(
        $"select {column} from audit where target_id = $1 and {condition}", target);

    /// <summary>What a person did, in any order: some of it is told in one transaction.</summary>
    private async Task ToldAsync(Guid person, params string[] eventTypes)
    {
        var told = await identity.ScalarAsync<string>(
            """
            select coalesce(string_agg(outcome, ',' order by outcome), '')
            from audit where actor = $1 and outcome <> 'done'
            """,
            person.ToString());
        Assert.Equal(string.Join(',', eventTypes.Order(StringComparer.Ordinal)), told);
    }
}
