using Technopark.ServiceKit.Tasks;
using static Technopark.Incubation.Domain.ApplicationStatus;

namespace Technopark.Incubation;

/// <summary>What of the pipeline waits for whom.</summary>
internal static class Tasks
{
    /// <summary>A draft is told so many days before its call closes (assumed).</summary>
    private const int ClosingSoon = 14;

    private static readonly TaskThing<IncubationDb, Application> Applications = new(
        db => application => db.Calls.Where(call => call.Id == application.CallId)
            .Select(call => call.Name).FirstOrDefault(),
        application => application.CompanyId);

    private static readonly TaskThing<IncubationDb, Residency> Residencies = new(
        db => residency => db.Programmes.Where(programme => programme.Id == residency.ProgrammeId)
            .Select(programme => programme.Name).FirstOrDefault(),
        residency => residency.CompanyId);

    /// <summary>Days are assumed; an operator sets others.</summary>
    public static TaskRule[] Table { get; } =
    [
        Applications.WaitsUntil(
            "SubmitApplication", Turn.Owner, [Draft], "callCloses",
            due: db => application => db.Calls.Where(call => call.Id == application.CallId)
                .Select(call => call.ClosesOn).FirstOrDefault(),
            when: (db, at) => application => db.Calls.Any(call => call.Id == application.CallId
                && call.OpensOn <= at.LegalDay && call.ClosesOn >= at.LegalDay
                && call.ClosesOn <= at.LegalDay.AddDays(ClosingSoon))),
        Applications.Waits("ScreenApplication", Turn.Park, [Submitted], days: 5, "applicantWaits"),
        Applications.Waits(
            "AssignReviewer", Turn.Park, [Screening, UnderReview], days: 5, "noQuorum",
            when: (_, _) => application => application.ReviewerIds.Count < application.Quorum),
        Applications.Waits(
            "ReviewApplication", Turn.Park, [Screening], days: 10, "applicantWaits",
            when: (_, _) => application => application.Quorum > 0
                && application.ReviewerIds.Count >= application.Quorum),
        Applications.Waits(
            "DeliberateApplication", Turn.Park, [Screening], days: 10, "applicantWaits",
            when: (_, _) => application => application.Quorum == 0),
        Applications.Waits(
            "DeliberateApplication", Turn.Park, [UnderReview], days: 21, "applicantWaits", code: "endReview",
            when: (_, _) => application => application.ReviewerIds.Count >= application.Quorum),
        Applications.Waits("DecideApplication", Turn.Park, [Deliberation], days: 10, "applicantWaits"),
        Applications.Waits(
            "DecideApplication", Turn.Park, [WaitListed], days: 5, "seatEmpty", code: "offerFreeSeat",
            when: (db, _) => application => db.Programmes.Any(programme => programme.Id == application.ProgrammeId
                && programme.Seats > db.Residencies.Count(residency => residency.ProgrammeId == programme.Id
                    && ResidencyStates.Running.Contains(residency.Status)))),
        Residencies.Waits(
            "SignResidency", Turn.Owner, [ResidencyStatus.Offered], days: 14, "seatEmpty",
            when: (db, _) => residency => db.Companies.Any(company => company.Id == residency.CompanyId
                && company.Status == CompanyReplicaStatus.Verified)),
        Residencies.Waits("StartResidency", Turn.Park, [ResidencyStatus.Signed], days: 14, "notCounted"),
        Residencies.WaitsUntil(
            "ProposeGraduation", Turn.Park, [ResidencyStatus.Active], "termEnds", tellDaysBefore: 90,
            due: _ => residency => residency.TermEndsOn!.Value,
            when: (_, at) => residency => residency.TermEndsOn >= at.LegalDay),
        Residencies.Waits("GraduateResident", Turn.Park, [ResidencyStatus.GraduationProposed], days: 30, "termEnds"),
        Residencies.WaitsUntil(
            "EndResidency", Turn.Park, [ResidencyStatus.Active], "seatHeld",
            due: _ => residency => residency.TermEndsOn!.Value,
            when: (_, at) => residency => residency.TermEndsOn < at.LegalDay),
    ];
}
