namespace Technopark.Networking.Domain;

/// <summary>Where a meeting stands.</summary>
internal enum MeetingStatus
{
    Requested,
    Accepted,
    Scheduled,
    Held,
    NoShow,
    Cancelled,
    Declined,
    Expired,
}
