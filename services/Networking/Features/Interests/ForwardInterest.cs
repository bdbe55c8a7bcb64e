namespace Technopark.Networking.Features.Interests;

internal static class ForwardInterest
{
    public static void Map(RouteGroupBuilder interests) => interests.MapPost("/{id:guid}/forward", HandleAsync)
        .WithName(nameof(ForwardInterest)).WithSummary("Pass it on to the company behind the offer");

    private static Task<OkWithETag<InterestView>> HandleAsync([AsParameters] Change<Interest> change) =>
        change.MakeAsync(interest => interest.Forward(change.Now), InterestView.Of);
}
