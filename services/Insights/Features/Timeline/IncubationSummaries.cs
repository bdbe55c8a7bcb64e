using Technopark.Contracts;
using Technopark.Contracts.Incubation;
using static Technopark.Insights.Features.Timeline.Summaries;

namespace Technopark.Insights.Features.Timeline;

internal static class IncubationSummaries
{
    public static Summary? Of(IntegrationEvent message) => message switch
    {
        CallOpened e => new(
            $"Открыт набор «{e.Name}» до {Ru(e.ClosesOn)}", $"Call “{e.Name}” is open until {En(e.ClosesOn)}"),
        ApplicationSubmitted e => new($"Заявка подана {Ru(e.SubmittedOn)}", $"An application was submitted on {En(e.SubmittedOn)}"),
        ApplicationDecided { Outcome: ApplicationOutcome.Accepted } e => new(
            $"Заявка принята: {e.Rationale}", $"The application was accepted: {e.Rationale}"),
        ApplicationDecided { Outcome: ApplicationOutcome.WaitListed } e => new(
            $"Заявка в листе ожидания: {e.Rationale}", $"The application was put on the wait list: {e.Rationale}"),
        ApplicationDecided e => new($"Заявка отклонена: {e.Rationale}", $"The application was rejected: {e.Rationale}"),
        ApplicationWithdrawn e => new($"Заявка отозвана: {e.Reason}", $"The application was withdrawn: {e.Reason}"),
        ResidencyStarted e => new($"Резидент с {Ru(e.StartedOn)}", $"Resident since {En(e.StartedOn)}"),
        ResidentGraduated e => new($"Выпуск из программы {Ru(e.GraduatedOn)}", $"Graduated on {En(e.GraduatedOn)}"),
        ResidencyEnded { End: ResidencyEnd.Expired } e => new(
            $"Срок резидентства истёк {Ru(e.EndedOn)}: {e.Reason}", $"The residency expired on {En(e.EndedOn)}: {e.Reason}"),
        ResidencyEnded { End: ResidencyEnd.Withdrawn } e => new(
            $"Компания вышла из программы {Ru(e.EndedOn)}: {e.Reason}", $"The company left the programme on {En(e.EndedOn)}: {e.Reason}"),
        ResidencyEnded e => new(
            $"Резидентство прекращено {Ru(e.EndedOn)}: {e.Reason}", $"The residency was terminated on {En(e.EndedOn)}: {e.Reason}"),
        _ => null,
    };
}
