using System.Text.Json.Serialization;

namespace Technopark.Clusters.Features.Initiatives;

/// <summary>An initiative as the API shows it.</summary>
/// <param name="Fte">Full-time equivalents of management, as a decimal in a string.</param>
/// <param name="Members">Committed members by type.</param>
/// <param name="Criteria">What it needs to become active, one by one, as it stands now.</param>
/// <param name="Allowed">What may be done with it now: the verbs of its routes.</param>
internal sealed record InitiativeView(
    Guid Id, string Name, InitiativeStatus Status, IReadOnlyList<string> AnchorOkved, string? Region,
    string Coordinator,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] decimal Fte, string? Website, string? Strategy,
    IReadOnlyDictionary<MemberType, int> Members, IReadOnlyList<CriterionView> Criteria, DateTimeOffset CreatedAt,
    DateTimeOffset? ActivatedAt, string? Reason, string[] Allowed)
{
    public static Func<Initiative, InitiativeView> By(ActivationRules rules) => initiative => new(
        initiative.Id, initiative.Name, initiative.Status, initiative.AnchorOkved, initiative.Region,
        initiative.Coordinator, initiative.Fte, initiative.Website, initiative.Strategy,
        initiative.Committed.Where(type => type.Value > 0).ToDictionary(), CriterionView.Of(rules, initiative),
        initiative.CreatedAt, initiative.ActivatedAt, initiative.Reason,
        AllowedOf(initiative));

    public static string[] AllowedOf(Initiative initiative) => initiative.ForCaller([
        .. initiative.Allowed,
        .. InitiativeStates.TakingMembers.Contains(initiative.Status) ? ["memberships"] : (string[])[],
    ]);
}

/// <summary>A criterion of activation.</summary>
/// <param name="Required">At least so many.</param>
/// <param name="Actual">So many there are.</param>
internal sealed record CriterionView(
    string Code, decimal Required, decimal Actual, bool Met, CriterionView.CriterionText Text)
{
    /// <summary>What is required, in English and Russian.</summary>
    internal sealed record CriterionText(string En, string Ru);

    public static CriterionView[] Of(ActivationRules rules, Initiative initiative) => Array.ConvertAll(
        rules.CriteriaOf(initiative),
        criterion => new CriterionView(
            criterion.Code, criterion.Required, criterion.Actual, criterion.Met,
            new(criterion.English, criterion.Russian)));
}
