namespace Technopark.Incubation.Features.Applications;

/// <summary>An application in a list: without what people wrote in it and about it.</summary>
internal sealed record ApplicationSummary(
    Guid Id, Guid CallId, string? CallName, Guid ProgrammeId, string? ProgrammeName, Guid CompanyId,
    string? CompanyName, ApplicationStatus Status, int Quorum, DateOnly? SubmittedOn, DateTimeOffset? DecidedAt,
    DateTimeOffset CreatedAt, string[] Allowed)
{
    public static ApplicationSummary Of(Application application) => new(
        application.Id, application.CallId, application.NameOf(application.CallId), application.ProgrammeId,
        application.NameOf(application.ProgrammeId), application.CompanyId, application.NameOf(application.CompanyId),
        application.Status, application.Quorum, application.SubmittedOn, application.DecidedAt, application.CreatedAt,
        ApplicationView.AllowedOf(application));
}
