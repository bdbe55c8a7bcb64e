namespace Technopark.Incubation.Features.Programmes;

internal static class ReadProgrammes
{
    public static void Map(RouteGroupBuilder programmes)
    {
        programmes.MapGet("/{id:guid}", OneAsync).WithName("GetProgramme").WithSummary("A programme");
        programmes.MapGet("", ListAsync).WithName("ListProgrammes").WithSummary("Programmes, newest first");
    }

    private static async Task<OkWithETag<ProgrammeView>> OneAsync(Guid id, IncubationDb db, CancellationToken ct) =>
        OkWithETag.Of(await db.ReadOr404Async<Programme>(id, ct), ProgrammeView.Of);

    private static Task<Page<ProgrammeView>> ListAsync(
        [AsParameters] Paging paging, IncubationDb db, CancellationToken ct) =>
        db.Programmes.AsNoTracking().PageAsync(paging, new { }, ProgrammeView.Of, ct);
}
