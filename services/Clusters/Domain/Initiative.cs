namespace Technopark.Clusters.Domain;

/// <summary>What is proposed.</summary>
/// <param name="AnchorOkved">OKVED2 codes of the activities that the cluster is about; a code stands for all below
/// it.</param>
/// <param name="Region">Two-digit code of a subject of the Federation; null for the whole country.</param>
/// <param name="Fte">Full-time equivalents of those who manage it.</param>
internal sealed record InitiativeDetails(
    string Name, string[] AnchorOkved, string? Region, string Coordinator, decimal Fte, string? Website,
    string? Strategy);

/// <summary>A cluster on its way: producers, science and the state that join forces around some activities.</summary>
internal sealed class Initiative : StatefulRoot
{
    private Initiative()
    {
    }

    public InitiativeStatus Status { get; private set; }

    public string Name { get; private init; } = "";

    [Audited]
    public string[] AnchorOkved { get; private init; } = [];

    [Audited]
    public string? Region { get; private init; }

    public string Coordinator { get; private init; } = "";

    /// <summary>Full-time equivalents of management.</summary>
    public decimal Fte { get; private set; }

    public string? Website { get; private set; }

    public string? Strategy { get; private set; }

    /// <summary>Committed members by type: part of this state, for the criteria are checked against it.</summary>
    public Dictionary<MemberType, int> Committed { get; private set; } = [];

    public DateTimeOffset? ActivatedAt { get; private set; }

    /// <summary>Why it was rejected or dissolved.</summary>
    public string? Reason { get; private set; }

    public int Members => Committed.Values.Sum();

    public string[] Allowed => InitiativeStates.Machine.ActionsFrom(Status);

    public static Initiative Propose(InitiativeDetails details, DateTimeOffset now)
    {
        var initiative = new Initiative
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            Status = InitiativeStatus.Proposed,
            Name = details.Name,
            AnchorOkved = [.. details.AnchorOkved.Distinct()],
            Region = details.Region,
            Coordinator = details.Coordinator,
            Fte = details.Fte,
            Website = details.Website,
            Strategy = details.Strategy,
        };
        initiative.Touch();
        return initiative;
    }

    /// <summary>Tells more of it; what is null stays as it is.</summary>
    public void Describe(decimal? fte, string? website, string? strategy)
    {
        Take("describe");
        (Fte, Website, Strategy) = (fte ?? Fte, website ?? Website, strategy ?? Strategy);
    }

    public void Assess() => Take("assess");

    public void Form() => Take("form");

    /// <exception cref="DomainException">409 criteriaUnmet with one entry for each criterion that is not
    /// met.</exception>
    public void Activate(ActivationRules rules, DateTimeOffset now)
    {
        Status = InitiativeStates.Machine.Next(Status, "activate");
        rules.RequireMet(this);
        ActivatedAt = now;
        Raise(new InitiativeActivated(Id, Name, Members));
    }

    /// <summary>Refuses it; memberships end with it.</summary>
    public void Reject(string reason, IEnumerable<Membership> open, DateTimeOffset now) =>
        End("reject", reason, open, now);

    /// <summary>Ends it; memberships end with it.</summary>
    public void Dissolve(string reason, IEnumerable<Membership> open, DateTimeOffset now) =>
        End("dissolve", reason, open, now);

    /// <exception cref="DomainException">409 where the initiative takes no members now.</exception>
    public void RequireTakingMembers()
    {
        if (!InitiativeStates.TakingMembers.Contains(Status))
        {
            throw new DomainException(
                Refusal.Conflict, "initiativeTakesNoMembers",
                $"The initiative takes no members: it is {Status.ToString().ToLowerInvariant()}.");
        }
    }

    /// <summary>Counts a member in or out.</summary>
    internal void Count(MemberType type, int by)
    {
        Committed = new Dictionary<MemberType, int>(Committed) { [type] = Committed.GetValueOrDefault(type) + by };
        Touch();
    }

    private void End(string action, string reason, IEnumerable<Membership> open, DateTimeOffset now)
    {
        Take(action);
        Reason = reason;
        foreach (var membership in open)
        {
            membership.Leave(this, $"{action}: {reason}", now);
        }
    }

    private void Take(string action)
    {
        Status = InitiativeStates.Machine.Next(Status, action);
        Touch();
    }
}
