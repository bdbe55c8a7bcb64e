namespace Technopark.Clusters;

using static Technopark.ServiceDefaults.Roles;

/// <summary>Who may do what with cluster initiatives. What "theirs" is, ClustersDb says.</summary>
internal static class Access
{
    public static AccessTable Table { get; } = new()
    {
        // operation, who may use it on everything, on what is theirs, on what is open to others
        { "ProposeInitiative", Coordinator },
        { "ListInitiatives", Authenticated },
        { "GetInitiative", Authenticated },
        { "GetInitiativeCriteria", Authenticated },
        { "ListInitiativeSuggestions", Coordinator | Director },
        { "DescribeInitiative", Coordinator },
        { "AssessInitiative", Coordinator },
        { "FormInitiative", Coordinator },
        { "ActivateInitiative", Coordinator },
        { "RejectInitiative", Coordinator },
        { "DissolveInitiative", Coordinator },
        { "JoinInitiative", Coordinator, Founder | Partner },
        { "ListInitiativeMemberships", Coordinator | Director, Founder | Partner },
        { "ListMemberships", Coordinator | Director, Founder | Partner },
        { "GetMembership", Coordinator | Director, Founder | Partner },
        { "CommitMembership", Coordinator, Founder | Partner },
        { "LeaveInitiative", Coordinator, Founder | Partner },
        { "GetKnownCompany", Coordinator | Director, Founder | Partner },
        { "ListTasks", None, Authenticated },
        { "CountTasks", None, Authenticated },
        { "ListTaskRules", Authenticated },
    };
}
