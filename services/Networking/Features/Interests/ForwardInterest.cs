namespace Technopark.Networking.Features.Interests;

internal static class ForwardInterest
{
    public static void Map(RouteGroupBuilder interests) => interests.MapPost("/{id:guid}/forward", HandleAsync)
        .WithName(nameof(ForwardInterest)).WithSummary("Pass it on to the company behind the offer");

    private static async Task<OkWithETag<InterestView>> HandleAsync(
        Guid id, IfMatch ifMatch, NetworkingDb db, CancellationToken ct)
    {
        var interest = await db.Interests.FindOr404Async(id, ifMatch, ct);
        interest.Forward();
        return await db.SaveAsync(interest, InterestView.Of, ct);
    }
}
