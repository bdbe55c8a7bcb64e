namespace Technopark.Networking.Features.Interests;

internal static class DeclineInterest
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder interests) => interests.MapPost("/{id:guid}/decline", HandleAsync)
        .WithName(nameof(DeclineInterest)).WithSummary("Decline to talk, or to talk on")
        .WithDescription("Meetings of it that are ahead are called off.");

    private static Task<OkWithETag<InterestView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, NetworkingDb db, TimeProvider clock, CancellationToken ct) =>
        db.TransactAsync(async () =>
        {
            var interest = await db.LockInterestAsync(id, ifMatch, ct);
            interest.Decline(body.Reason);
            await db.CancelMeetingsAsync(interest, $"the interest was declined: {body.Reason}", clock.GetUtcNow(), ct);
            return await db.SaveAsync(interest, InterestView.Of, ct);
        }, ct);
}
