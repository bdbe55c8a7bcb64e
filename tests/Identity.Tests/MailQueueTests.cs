namespace Technopark.Identity.Tests;

public sealed class MailQueueTests(IdentityFixture identity)
{
    [Fact]
    public async Task A_mail_that_cannot_be_sent_waits_and_holds_up_no_other()
    {
        var id = await identity.ScalarAsync<Guid>(
            """
            insert into mails (id, sealed, created_at, next_at, attempts)
            values ($1, 'nobody can open this', now(), now(), 0) returning id
            """,
            Guid.CreateVersion7());

        await Eventually.TrueAsync("it has been tried and waits", () => identity.ScalarAsync<bool>(
            "select attempts >= 1 and next_at > now() from mails where id = $1", id));
        await identity.JoinAsync();
        await identity.ScalarAsync<Guid>("update mails set next_at = now() where id = $1 returning id", id);
        await Eventually.TrueAsync("it waits longer each time", () => identity.ScalarAsync<bool>(
            "select attempts >= 2 and next_at > now() + interval '8 seconds' from mails where id = $1", id));
    }
}
