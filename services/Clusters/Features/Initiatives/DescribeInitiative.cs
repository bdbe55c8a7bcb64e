using System.Text.Json.Serialization;

namespace Technopark.Clusters.Features.Initiatives;

internal static class DescribeInitiative
{
    internal const string WebAddress = @"https?://[^\s/]+\S*";
    internal const string WebAddressRule = "A website is an address that begins with http:// or https://.";

    public sealed record Request(
        [property: Range(typeof(decimal), "0", "10000"), Decimals(2),
            JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
        decimal? Fte,
        [property: RegularExpression(WebAddress, ErrorMessage = WebAddressRule), StringLength(500)] string? Website,
        [property: StringLength(20_000, MinimumLength = 1)] string? Strategy);

    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapPost("/{id:guid}/describe", HandleAsync)
        .WithName(nameof(DescribeInitiative)).WithSummary("Tell more of an initiative")
        .WithDescription("What is left out stays as it is.");

    private static Task<OkWithETag<InitiativeView>> HandleAsync(
        [AsParameters] Change<Initiative> change, Request body, IOptions<ActivationRules> rules) =>
        change.MakeAsync(
            initiative => initiative.Describe(body.Fte, body.Website, body.Strategy), InitiativeView.By(rules.Value));
}
