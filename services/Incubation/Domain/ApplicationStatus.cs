namespace Technopark.Incubation.Domain;

/// <summary>Where an application stands.</summary>
internal enum ApplicationStatus
{
    Draft,
    Submitted,
    Screening,
    UnderReview,
    Deliberation,
    Accepted,
    WaitListed,
    Rejected,
    Withdrawn,
}
