namespace Technopark.Clusters.Features.Initiatives;

internal static class ReadCriteria
{
    /// <summary>The criteria of activation as an initiative stands now.</summary>
    /// <param name="Met">True where every one of them is met.</param>
    internal sealed record CriteriaView(
        Guid InitiativeId, string InitiativeName, InitiativeStatus Status, bool Met,
        IReadOnlyList<CriterionView> Criteria);

    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapGet("/{id:guid}/criteria", HandleAsync)
        .WithName("GetInitiativeCriteria").WithSummary("Criteria of activation, one by one");

    private static async Task<OkWithETag<CriteriaView>> HandleAsync(
        Guid id, ClustersDb db, IOptions<ActivationRules> rules, CancellationToken ct) =>
        OkWithETag.Of(await db.ReadOr404Async<Initiative>(id, ct), initiative =>
        {
            var criteria = CriterionView.Of(rules.Value, initiative);
            return new CriteriaView(
                id, initiative.Name, initiative.Status, criteria.All(criterion => criterion.Met), criteria);
        });
}
