namespace Technopark.Networking.Domain;

/// <summary>Where an interest stands.</summary>
internal enum InterestStatus
{
    Submitted,
    Forwarded,
    Accepted,
    InDiscussion,
    Agreement,
    Declined,
    NoReply,
}

/// <summary>Groups of those states.</summary>
internal static class InterestStates
{
    /// <summary>Nobody has answered yet.</summary>
    public static readonly InterestStatus[] Waiting = [InterestStatus.Submitted, InterestStatus.Forwarded];

    /// <summary>Two companies talk.</summary>
    public static readonly InterestStatus[] Talking = [InterestStatus.Accepted, InterestStatus.InDiscussion];

    /// <summary>Not over.</summary>
    public static readonly InterestStatus[] Open = [.. Waiting, .. Talking];
}
