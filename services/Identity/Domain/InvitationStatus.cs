namespace Technopark.Identity.Domain;

internal enum InvitationStatus
{
    /// <summary>Waits for an answer; past its time it can no longer be accepted.</summary>
    Pending,

    Accepted,

    Revoked,
}
