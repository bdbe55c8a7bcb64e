using Technopark.Contracts.Incubation;

namespace Technopark.Insights.Features.Timeline;

internal static class IncubationSummaries
{
    public static FormattableString? Of(IntegrationEvent message) => message switch
    {
        CallOpened e => $"Call “{e.Name}” is open until {e.ClosesOn}",
        ApplicationSubmitted e => $"An application was submitted on {e.SubmittedOn}",
        ApplicationDecided { Outcome: ApplicationOutcome.Accepted } e => $"The application was accepted: {e.Rationale}",
        ApplicationDecided { Outcome: ApplicationOutcome.WaitListed } e =>
            $"The application was put on the wait list: {e.Rationale}",
        ApplicationDecided e => $"The application was rejected: {e.Rationale}",
        ApplicationWithdrawn e => $"The application was withdrawn: {e.Reason}",
        ResidencyStarted e => $"Resident since {e.StartedOn}",
        ResidentGraduated e => $"Graduated on {e.GraduatedOn}",
        ResidencyEnded { End: ResidencyEnd.Expired } e => $"The residency expired on {e.EndedOn}: {e.Reason}",
        ResidencyEnded { End: ResidencyEnd.Withdrawn } e =>
            $"The company left the programme on {e.EndedOn}: {e.Reason}",
        ResidencyEnded e => $"The residency was terminated on {e.EndedOn}: {e.Reason}",
        _ => null,
    };
}
