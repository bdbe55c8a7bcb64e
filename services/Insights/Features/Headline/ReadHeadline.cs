using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Insights.Features.Headline;

internal static class ReadHeadline
{
    public static void Map(RouteGroupBuilder headline) => headline.MapGet("", HandleAsync)
        .WithName("GetHeadline").WithSummary("Attracted investment as of a date");

    private static async Task<Ok<HeadlineView>> HandleAsync(
        DateOnly? asOf, HeadlineQuery headline, CancellationToken ct) =>
        TypedResults.Ok(await headline.AsOfAsync(asOf ?? headline.Today, ct));
}
