using System.Text.Json.Serialization;

namespace Technopark.Clusters.Features.Initiatives;

internal static class ProposeInitiative
{
    public sealed record Request(
        [property: Required, StringLength(200, MinimumLength = 1)] string Name,
        [property: OkvedSet, MaxLength(OkvedSetAttribute.CodesAtMost)]
        [property: Description("OKVED2 codes that it is about; a code stands for all below it.")]
        IReadOnlyList<string> AnchorOkved,
        [property: RegularExpression(
            @"[0-9]{2}", ErrorMessage = "A region is the two-digit code of a subject of the Federation.")]
        string? Region,
        [property: Required, StringLength(200, MinimumLength = 1)] string Coordinator,
        [property: Range(typeof(decimal), "0", "10000"), Decimals(2),
            JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
        decimal Fte,
        [property: StringLength(500)]
        [property: RegularExpression(DescribeInitiative.WebAddress, ErrorMessage = DescribeInitiative.WebAddressRule)]
        string? Website,
        [property: StringLength(20_000, MinimumLength = 1)] string? Strategy);

    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapPost("", HandleAsync)
        .WithName(nameof(ProposeInitiative)).WithSummary("Propose a cluster initiative").WithIdempotency();

    private static Task<CreatedWithETag<InitiativeView>> HandleAsync(
        Request body, ClustersDb db, IOptions<ActivationRules> rules, TimeProvider clock, CancellationToken ct)
    {
        var details = new InitiativeDetails(
            body.Name, [.. body.AnchorOkved], body.Region, body.Coordinator, body.Fte, body.Website, body.Strategy);
        return db.CreateAsync(
            Initiative.Propose(details, clock.GetUtcNow()), "initiatives", InitiativeView.By(rules.Value), ct);
    }
}
