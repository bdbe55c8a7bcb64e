namespace Technopark.Incubation.Domain;

/// <summary>Transitions of an application: with reviews where the call has a quorum of them, else without.</summary>
internal static class ApplicationStates
{
    /// <summary>States in which something is still to happen to the application.</summary>
    public static readonly ApplicationStatus[] Open =
    [
        ApplicationStatus.Draft, ApplicationStatus.Submitted, ApplicationStatus.Screening,
        ApplicationStatus.UnderReview, ApplicationStatus.Deliberation, ApplicationStatus.WaitListed,
    ];

    private static readonly StateMachine<ApplicationStatus> Reviewed = Closing(Opening()
        .Allow("review", ApplicationStatus.UnderReview, ApplicationStatus.Screening)
        .Allow("deliberate", ApplicationStatus.Deliberation, ApplicationStatus.UnderReview));

    private static readonly StateMachine<ApplicationStatus> Unreviewed = Closing(Opening()
        .Allow("deliberate", ApplicationStatus.Deliberation, ApplicationStatus.Screening));

    public static StateMachine<ApplicationStatus> For(int quorum) => quorum > 0 ? Reviewed : Unreviewed;

    private static StateMachine<ApplicationStatus> Opening() => new StateMachine<ApplicationStatus>()
        .Allow("submit", ApplicationStatus.Submitted, ApplicationStatus.Draft)
        .Allow("screen", ApplicationStatus.Screening, ApplicationStatus.Submitted);

    /// <summary>Where a decision leads, the decision says; listed is where one may be taken.</summary>
    private static StateMachine<ApplicationStatus> Closing(StateMachine<ApplicationStatus> states) => states
        .Allow("decide", ApplicationStatus.Accepted, ApplicationStatus.Deliberation, ApplicationStatus.WaitListed)
        .Allow("withdraw", ApplicationStatus.Withdrawn, Open);
}
