namespace Technopark.Networking.Domain;

/// <summary>Where an interest stands.</summary>
internal enum InterestStatus
{
    Submitted,
    Forwarded,
    Accepted,
    Declined,
}

/// <summary>Groups of those states.</summary>
internal static class InterestStates
{
    /// <summary>Nobody has answered yet.</summary>
    public static readonly InterestStatus[] Waiting = [InterestStatus.Submitted, InterestStatus.Forwarded];

    /// <summary>The park has passed it on.</summary>
    public static readonly InterestStatus[] Known = [InterestStatus.Forwarded, InterestStatus.Accepted];

    /// <summary>Not over.</summary>
    public static readonly InterestStatus[] Open = [.. Waiting, InterestStatus.Accepted];
}
