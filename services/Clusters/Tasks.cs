using Technopark.ServiceKit.Tasks;

namespace Technopark.Clusters;

/// <summary>What of cluster initiatives waits for whom.</summary>
internal static class Tasks
{
    private static readonly TaskThing<ClustersDb, Initiative> Initiatives = new(_ => initiative => initiative.Name);

    private static readonly TaskThing<ClustersDb, Membership> Memberships = new(
        db => membership => db.Initiatives.Where(initiative => initiative.Id == membership.InitiativeId)
            .Select(initiative => initiative.Name).FirstOrDefault(),
        membership => membership.CompanyId)
    {
        CompanyName = _ => membership => membership.MemberName,
    };

    /// <summary>Days are assumed; an operator sets others.</summary>
    public static TaskRule[] Table { get; } =
    [
        Initiatives.Waits("AssessInitiative", Turn.Park, [InitiativeStatus.Proposed], days: 30, "notCluster"),
        Initiatives.Waits("FormInitiative", Turn.Park, [InitiativeStatus.Assessed], days: 30, "notCluster"),
        Initiatives.Waits("ActivateInitiative", Turn.Park, [InitiativeStatus.Forming], days: 180, "notCluster"),
        Memberships.Waits("CommitMembership", Turn.Owner, [MembershipStatus.Invited], days: 30, "notCounted"),
        Memberships.Waits(
            "CommitMembership", Turn.Park, [MembershipStatus.Applied], days: 14, "applicantWaits", code: "admitMember"),
    ];
}
