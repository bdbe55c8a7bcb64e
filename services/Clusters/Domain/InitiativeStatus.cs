namespace Technopark.Clusters.Domain;

/// <summary>Where a cluster initiative stands.</summary>
internal enum InitiativeStatus
{
    Proposed,
    Assessed,
    Forming,
    Active,
    Dissolved,
    Rejected,
}

/// <summary>The life of an initiative.</summary>
internal static class InitiativeStates
{
    /// <summary>States in which an initiative takes members.</summary>
    public static readonly InitiativeStatus[] TakingMembers =
        [InitiativeStatus.Proposed, InitiativeStatus.Assessed, InitiativeStatus.Forming, InitiativeStatus.Active];

    public static readonly StateMachine<InitiativeStatus> Machine = Create();

    private static StateMachine<InitiativeStatus> Create()
    {
        var machine = new StateMachine<InitiativeStatus>()
            .Allow("assess", InitiativeStatus.Assessed, InitiativeStatus.Proposed)
            .Allow("form", InitiativeStatus.Forming, InitiativeStatus.Assessed)
            .Allow("activate", InitiativeStatus.Active, InitiativeStatus.Forming)
            .Allow("reject", InitiativeStatus.Rejected, InitiativeStatus.Proposed, InitiativeStatus.Assessed)
            .Allow("dissolve", InitiativeStatus.Dissolved, InitiativeStatus.Forming, InitiativeStatus.Active);
        foreach (var open in TakingMembers)
        {
            machine.Allow("describe", open, open);
        }

        return machine;
    }
}
