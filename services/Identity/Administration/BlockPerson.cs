namespace Technopark.Identity.Administration;

internal static class BlockPerson
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder people)
    {
        people.MapPost("/{id:guid}/block", BlockAsync).WithName(nameof(BlockPerson))
            .WithSummary("Let a person sign in no more")
            .WithDescription(
                "Ends all their sessions at once; every service refuses their tokens within seconds. Nobody blocks "
                + "themselves or the last operator. The person reads the reason in the copy of their data.");
        people.MapPost("/{id:guid}/unblock", UnblockAsync).WithName("UnblockPerson")
            .WithSummary("Let a person sign in again");
    }

    private static Task<OkWithETag<PersonView>> BlockAsync(
        Guid id, Request body, IfMatch ifMatch, PeopleAccess people, Sessions sessions, UserManager<Account> users,
        TimeProvider clock, CancellationToken ct) => people.ChangeAsync(
            id, ifMatch,
            async person =>
            {
                person.Block(body.Reason, clock.GetUtcNow());
                if (await users.FindByIdAsync(id.ToString()) is { } account)
                {
                    // What was begun before, a second step or a link in a mail, is good no more.
                    await users.UpdateSecurityStampAsync(account);
                }

                await sessions.EndByOtherAsync(id, null, ct);
            },
            ct);

    private static Task<OkWithETag<PersonView>> UnblockAsync(
        Guid id, IfMatch ifMatch, PeopleAccess people, CancellationToken ct) => people.ChangeAsync(
            id, ifMatch,
            person =>
            {
                person.Unblock();
                return Task.CompletedTask;
            },
            ct);
}
