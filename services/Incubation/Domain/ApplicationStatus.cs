namespace Technopark.Incubation.Domain;

/// <summary>Where an application stands.</summary>
internal enum ApplicationStatus
{
    Draft,
    Submitted,
    Screening,
    MoreInfo,
    Concept,
    FullProposal,
    UnderReview,
    Deliberation,
    Accepted,
    AcceptedWithConditions,
    WaitListed,
    Rejected,
    Withdrawn,
    Dismissed,
    Lapsed,
}
