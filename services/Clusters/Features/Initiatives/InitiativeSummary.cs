using System.Text.Json.Serialization;

namespace Technopark.Clusters.Features.Initiatives;

/// <summary>An initiative in a list: without its strategy.</summary>
internal sealed record InitiativeSummary(
    Guid Id, string Name, InitiativeStatus Status, IReadOnlyList<string> AnchorOkved, string? Region,
    string Coordinator,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] decimal Fte, string? Website,
    IReadOnlyDictionary<MemberType, int> Members, IReadOnlyList<CriterionView> Criteria, DateTimeOffset CreatedAt,
    DateTimeOffset? ActivatedAt, string? Reason, string[] Allowed)
{
    public static Func<Initiative, InitiativeSummary> By(ActivationRules rules) => initiative => new(
        initiative.Id, initiative.Name, initiative.Status, initiative.AnchorOkved, initiative.Region,
        initiative.Coordinator, initiative.Fte, initiative.Website,
        initiative.Committed.Where(type => type.Value > 0).ToDictionary(), CriterionView.Of(rules, initiative),
        initiative.CreatedAt, initiative.ActivatedAt, initiative.Reason,
        InitiativeView.AllowedOf(initiative));
}
