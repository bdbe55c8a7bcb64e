namespace Technopark.Contracts.Clusters;

/// <summary>What a member of a cluster is.</summary>
public enum MemberType
{
    /// <summary>Small or medium enterprise.</summary>
    Sme,

    /// <summary>Large enterprise.</summary>
    Large,

    /// <summary>Research organisation.</summary>
    Research,

    /// <summary>University.</summary>
    University,

    /// <summary>Public body.</summary>
    Public,

    /// <summary>Bank, fund or other financial organisation.</summary>
    Financial,
}

/// <summary>A member signed up to an initiative.</summary>
/// <param name="MembershipId">The membership.</param>
/// <param name="InitiativeId">The initiative.</param>
/// <param name="CompanyId">The company that joined; null where the member is not a company of the registry.</param>
/// <param name="MemberName">The member's name.</param>
/// <param name="Type">What the member is.</param>
public sealed record MemberCommitted(
    Guid MembershipId, Guid InitiativeId, Guid? CompanyId, string MemberName, MemberType Type) : IntegrationEvent;

/// <summary>A member left an initiative.</summary>
/// <param name="MembershipId">The membership.</param>
/// <param name="InitiativeId">The initiative.</param>
/// <param name="CompanyId">The company that left; null where the member is not a company of the registry.</param>
/// <param name="Reason">Why.</param>
public sealed record MemberLeft(
    Guid MembershipId, Guid InitiativeId, Guid? CompanyId, string Reason) : IntegrationEvent;

/// <summary>An initiative met every criterion of activation.</summary>
/// <param name="InitiativeId">The initiative.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">Committed members at that moment.</param>
public sealed record InitiativeActivated(Guid InitiativeId, string Name, int Members) : IntegrationEvent;
