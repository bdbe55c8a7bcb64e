namespace Technopark.Clusters.Domain;

/// <summary>Where a membership stands.</summary>
internal enum MembershipStatus
{
    Invited,
    Applied,
    Committed,
    Left,
}

/// <summary>Who began a membership.</summary>
internal enum MembershipEntry
{
    /// <summary>The initiative asks the member.</summary>
    Invitation,

    /// <summary>The member asks the initiative.</summary>
    Application,
}
