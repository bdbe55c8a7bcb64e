namespace Technopark.Networking.Domain;

/// <summary>Where a meeting stands.</summary>
internal enum MeetingStatus
{
    Scheduled,
    Held,
    Cancelled,
}
