namespace Technopark.Identity.Tests;

public sealed class RetentionTests(IdentityFixture identity)
{
    [Fact]
    public async Task People_who_never_confirm_are_forgotten_with_all_they_said()
    {
        var (late, fresh) = (IdentityFixture.Somebody(), IdentityFixture.Somebody());
        await identity.Visit().RegisterAsync(late);
        await identity.Visit().RegisterAsync(fresh);
        var person = await identity.PersonAsync(late);

        await identity.ScalarAsync<Guid>(
            "update people set created_at = now() - interval '8 days' where id = $1 returning id", person);

        await GoneAsync("people", person);
        await GoneAsync("accounts", person);
        Assert.Equal(0, await identity.CountAsync("consents where person_id = $1", person));
        Assert.Equal(1, await identity.CountAsync("accounts where email = $1", fresh));
    }

    [Fact]
    public async Task Sessions_that_nobody_uses_end_and_are_forgotten_later()
    {
        var (visitor, mail) = await identity.JoinAsync();
        var session = await identity.ScalarAsync<Guid>(
            "update sessions set last_seen_at = now() - interval '13 hours' where person_id = $1 returning id",
            await identity.PersonAsync(mail));

        await Eventually.TrueAsync("the session has ended", () => identity.ScalarAsync<bool>(
            "select ended_at is not null from sessions where id = $1", session));
        Assert.Equal("/identity/signin", (await visitor.OpenAsync("/identity/account")).Path);
        await identity.ScalarAsync<Guid>(
            "update sessions set ended_at = now() - interval '91 days' where id = $1 returning id", session);
        await GoneAsync("sessions", session);
    }

    [Fact]
    public async Task Invitations_are_forgotten_a_month_after_they_expired()
    {
        var mail = IdentityFixture.Somebody();
        await identity.InviteAsync(mail, "operator");
        var invitation = await identity.ScalarAsync<Guid>(
            "update invitations set expires_at = now() - interval '31 days' where mail = $1 returning id", mail);

        await GoneAsync("invitations", invitation);
    }

    private Task GoneAsync(string table, Guid id) => Eventually.TrueAsync(
        $"the row in {table} is gone", async () => await identity.CountAsync($"{table} where id = $1", id) == 0);
}
