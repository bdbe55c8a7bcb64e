namespace Technopark.Clusters.Features.Memberships;

/// <summary>A membership as the API shows it.</summary>
/// <param name="CompanyId">Null where the member is not a company of the registry.</param>
/// <param name="Allowed">What may be done with it now: the verbs of its routes.</param>
internal sealed record MembershipView(
    Guid Id, Guid InitiativeId, string? InitiativeName, Guid? CompanyId, string? CompanyName, string MemberName,
    MemberType Type, MembershipStatus Status, DateTimeOffset CreatedAt, DateTimeOffset? CommittedAt,
    DateTimeOffset? LeftAt, string? Reason, string[] Allowed)
{
    public static MembershipView Of(Membership membership) => new(
        membership.Id, membership.InitiativeId, membership.NameOf(membership.InitiativeId), membership.CompanyId,
        membership.NameOf(membership.CompanyId), membership.MemberName, membership.Type, membership.Status,
        membership.CreatedAt, membership.CommittedAt, membership.LeftAt, membership.Reason,
        membership.ForCaller(membership.Allowed));
}
