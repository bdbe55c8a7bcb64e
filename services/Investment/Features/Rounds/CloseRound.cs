namespace Technopark.Investment.Features.Rounds;

internal static class CloseRound
{
    /// <param name="ClosedOn">Today where it is not given; an earlier date to enter history.</param>
    public sealed record Request(DateOnly? ClosedOn = null);

    public static void Map(RouteGroupBuilder rounds) => rounds.MapPost("/{id:guid}/close", HandleAsync)
        .WithName(nameof(CloseRound)).WithSummary("Close a round; what is committed may still be paid");

    private static Task<OkWithETag<RoundView>> HandleAsync([AsParameters] Change<Round> change, Request? body)
    {
        var today = change.Clock.Today();
        return change.MakeAsync(round => round.Close(body?.ClosedOn ?? today, today), RoundView.Of);
    }
}
