namespace Technopark.Clusters.Domain;

/// <summary>One member's way into an initiative and out of it.</summary>
internal sealed class Membership : StatefulRoot
{
    private static readonly StateMachine<MembershipStatus> States = new StateMachine<MembershipStatus>()
        .Allow("commit", MembershipStatus.Committed, MembershipStatus.Invited, MembershipStatus.Applied)
        .Allow(
            "leave", MembershipStatus.Left,
            MembershipStatus.Invited, MembershipStatus.Applied, MembershipStatus.Committed);

    private Membership()
    {
    }

    public Guid InitiativeId { get; private init; }

    /// <summary>Null where the member is not a company of the registry.</summary>
    public Guid? CompanyId { get; private init; }

    public string MemberName { get; private set; } = "";

    /// <summary>By which the name is compared with others; null of members that were there before it was.</summary>
    public string? MemberNameKey { get; private set; }

    public MemberType Type { get; private init; }

    public MembershipStatus Status { get; private set; }

    public DateTimeOffset? CommittedAt { get; private set; }

    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Why the member left.</summary>
    public string? Reason { get; private set; }

    public string[] Allowed => States.ActionsFrom(Status);

    /// <summary>A company of the registry enters.</summary>
    public static Membership Of(
        Initiative initiative, CompanyReplica company, MemberType type, MembershipEntry entry, DateTimeOffset now)
    {
        company.RequireVerified("A member from the registry is a company that is verified and not liquidated.");
        return Begin(initiative, company.Id, company.Name!, type, entry, now);
    }

    /// <summary>Somebody enters whom the registry does not have: a university, a state body, a bank.</summary>
    public static Membership Of(
        Initiative initiative, string memberName, MemberType type, MembershipEntry entry, DateTimeOffset now) =>
        Begin(initiative, companyId: null, memberName, type, entry, now);

    /// <summary>Who applied waits for the coordinator; who was invited signs up themselves.</summary>
    public void RequireCommittableBy(bool coordinator)
    {
        if (!coordinator && Status == MembershipStatus.Applied)
        {
            throw new DomainException(
                Refusal.Forbidden, "coordinatorCommits",
                "An application is committed by the initiative's coordinator.");
        }
    }

    /// <summary>The member signs up.</summary>
    public void Commit(Initiative initiative, DateTimeOffset now)
    {
        Status = States.Next(Status, "commit");
        initiative.RequireTakingMembers();
        initiative.Count(Type, 1);
        CommittedAt = now;
        Raise(new MemberCommitted(Id, InitiativeId, CompanyId, MemberName, Type));
    }

    /// <summary>The membership ends.</summary>
    public void Leave(Initiative initiative, string reason, DateTimeOffset now)
    {
        var wasCounted = Status == MembershipStatus.Committed;
        Status = States.Next(Status, "leave");
        (Reason, LeftAt) = (reason, now);
        if (wasCounted)
        {
            initiative.Count(Type, -1);
        }

        if (CommittedAt is null)
        {
            // No event named a member, so that none says it has left.
            Touch();
            return;
        }

        Raise(new MemberLeft(Id, InitiativeId, CompanyId, reason));
    }

    /// <summary>The registry has corrected the company's name.</summary>
    public void Rename(string name)
    {
        (MemberName, MemberNameKey) = (name, NameKey.Of(name));
        Touch();
    }

    private static Membership Begin(
        Initiative initiative, Guid? companyId, string memberName, MemberType type, MembershipEntry entry,
        DateTimeOffset now)
    {
        initiative.RequireTakingMembers();
        var membership = new Membership
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            InitiativeId = initiative.Id,
            CompanyId = companyId,
            MemberName = memberName,
            MemberNameKey = NameKey.Of(memberName),
            Type = type,
            Status = entry == MembershipEntry.Application ? MembershipStatus.Applied : MembershipStatus.Invited,
        };
        membership.Touch();
        return membership;
    }
}
