namespace Technopark.Investment.Features.Rounds;

internal static class OpenRound
{
    /// <param name="OpenedOn">Today where it is not given; an earlier date to enter history.</param>
    public sealed record Request(DateOnly? OpenedOn = null);

    public static void Map(RouteGroupBuilder rounds) => rounds.MapPost("/{id:guid}/open", HandleAsync)
        .WithName(nameof(OpenRound)).WithSummary("Open a round to commitments");

    private static async Task<OkWithETag<RoundView>> HandleAsync(
        Guid id, Request? body, IfMatch ifMatch, InvestmentDb db, TimeProvider clock, CancellationToken ct)
    {
        var round = await db.Rounds.FindOr404Async(id, ifMatch, ct);
        var issuer = await db.Every<Issuer>().FindOr404Async(round.CompanyId, ct);
        var today = clock.Today();
        round.Open(issuer, body?.OpenedOn ?? today, today);
        return await db.SaveAsync(round, RoundView.Of, ct);
    }
}
