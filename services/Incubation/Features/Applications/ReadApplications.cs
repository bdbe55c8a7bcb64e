namespace Technopark.Incubation.Features.Applications;

internal static class ReadApplications
{
    public static void Map(RouteGroupBuilder applications)
    {
        applications.MapOne<Application, ApplicationView>(ApplicationView.Of)
            .WithName("GetApplication").WithSummary("An application");
        applications.MapGet("", ListAsync).WithName("ListApplications").WithSummary("Applications, newest first");
    }

    private static Task<Page<ApplicationSummary>> ListAsync(
        Guid? callId, Guid? companyId, ApplicationStatus? status, [AsParameters] Paging paging, IncubationDb db,
        CancellationToken ct) => db.Applications.AsNoTracking()
            .Where(application => (callId == null || application.CallId == callId)
                && (companyId == null || application.CompanyId == companyId)
                && (status == null || application.Status == status))
            .PageAsync(paging, new { callId, companyId, status }, ApplicationSummary.Of, ct);
}
