namespace Technopark.Contracts.Incubation;

/// <summary>How an application was decided.</summary>
public enum ApplicationOutcome
{
    /// <summary>A residency is offered.</summary>
    Accepted,

    /// <summary>No residency.</summary>
    Rejected,

    /// <summary>A residency as soon as a seat is free.</summary>
    WaitListed,
}

/// <summary>A company applied to a call.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="CompanyId">The applicant.</param>
/// <param name="CallId">The call.</param>
/// <param name="ProgrammeId">The programme behind the call.</param>
/// <param name="SubmittedOn">Date of submission.</param>
public sealed record ApplicationSubmitted(
    Guid ApplicationId, Guid CompanyId, Guid CallId, Guid ProgrammeId, DateOnly SubmittedOn)
    : IntegrationEvent;

/// <summary>An application was decided.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="CompanyId">The applicant.</param>
/// <param name="CallId">The call.</param>
/// <param name="ProgrammeId">The programme behind the call.</param>
/// <param name="Outcome">The decision.</param>
/// <param name="Rationale">Why, in the words of those who decided.</param>
public sealed record ApplicationDecided(
    Guid ApplicationId, Guid CompanyId, Guid CallId, Guid ProgrammeId, ApplicationOutcome Outcome, string Rationale)
    : IntegrationEvent;

/// <summary>An applicant took an open application back, or it was withdrawn with the company's end.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="CompanyId">The applicant.</param>
/// <param name="Reason">Why.</param>
public sealed record ApplicationWithdrawn(Guid ApplicationId, Guid CompanyId, string Reason) : IntegrationEvent;
