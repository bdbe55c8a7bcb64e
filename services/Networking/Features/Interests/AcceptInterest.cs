namespace Technopark.Networking.Features.Interests;

internal static class AcceptInterest
{
    public static void Map(RouteGroupBuilder interests) => interests.MapPost("/{id:guid}/accept", HandleAsync)
        .WithName(nameof(AcceptInterest)).WithSummary("Agree to talk");

    private static async Task<OkWithETag<InterestView>> HandleAsync(
        Guid id, IfMatch ifMatch, NetworkingDb db, TimeProvider clock, CancellationToken ct)
    {
        var interest = await db.Interests.FindOr404Async(id, ifMatch, ct);
        await db.RequireActingForAsync(interest.OfferCompanyId, ct);
        interest.Accept(clock.GetUtcNow());
        return await db.SaveAsync(interest, InterestView.Of, ct);
    }
}
