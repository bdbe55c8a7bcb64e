namespace Technopark.Clusters.Features.Initiatives;

internal static class ReadSuggestions
{
    /// <summary>A company that may join an initiative.</summary>
    /// <param name="OkvedMain">Its main activity, which is one of the initiative's or below one.</param>
    internal sealed record SuggestionView(Guid CompanyId, string Name, string OkvedMain, string? Region);

    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapGet("/{id:guid}/suggestions", HandleAsync)
        .WithName("ListInitiativeSuggestions")
        .WithSummary("Companies that it may invite, by name")
        .WithDescription(
            "Verified companies whose main activity and region are those of the initiative and that were never "
            + "a member of it.");

    private static async Task<Page<SuggestionView>> HandleAsync(
        Guid id, [AsParameters] Paging paging, ClustersDb db, CancellationToken ct)
    {
        var initiative = await db.Initiatives.FindOr404Async(id, ct);
        return await db.SuggestionsFor(initiative).PageAsync(
            paging, new { id }, company => company.Name!, company => company.Id, descending: false,
            company => new SuggestionView(company.Id, company.Name!, company.OkvedMain!, company.Region), ct);
    }
}
