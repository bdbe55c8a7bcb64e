namespace Technopark.Incubation.Features.Applications;

/// <summary>An application as the API shows it.</summary>
/// <param name="Allowed">What may be done with it now: the verbs of its routes.</param>
internal sealed record ApplicationView(
    Guid Id, Guid CallId, string? CallName, Guid ProgrammeId, string? ProgrammeName, Guid CompanyId,
    string? CompanyName, ApplicationStatus Status, IReadOnlyDictionary<string, string> Answers, int Quorum,
    DateOnly? SubmittedOn, string? OverrideReason, string? Rationale, DateTimeOffset? DecidedAt,
    string? WithdrawalReason, DateTimeOffset CreatedAt, string[] Allowed)
{
    public static ApplicationView Of(Application application) => new(
        application.Id, application.CallId, application.NameOf(application.CallId), application.ProgrammeId,
        application.NameOf(application.ProgrammeId), application.CompanyId, application.NameOf(application.CompanyId),
        application.Status, application.Answers, application.Quorum, application.SubmittedOn,
        application.OverrideReason, application.Rationale, application.DecidedAt, application.WithdrawalReason,
        application.CreatedAt, AllowedOf(application));

    public static string[] AllowedOf(Application application) =>
        application.ForCaller([.. application.Allowed, .. application.IsReviewable ? ["assign"] : (string[])[]]);
}
