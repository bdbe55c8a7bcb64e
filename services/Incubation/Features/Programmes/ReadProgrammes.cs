namespace Technopark.Incubation.Features.Programmes;

internal static class ReadProgrammes
{
    public static void Map(RouteGroupBuilder programmes)
    {
        programmes.MapOne<Programme, ProgrammeView>(ProgrammeView.Of)
            .WithName("GetProgramme").WithSummary("A programme");
        programmes.MapGet("", ListAsync).WithName("ListProgrammes").WithSummary("Programmes, newest first");
    }

    private static Task<Page<ProgrammeView>> ListAsync(
        [AsParameters] Paging paging, IncubationDb db, CancellationToken ct) =>
        db.Programmes.AsNoTracking().PageAsync(paging, new { }, ProgrammeView.Of, ct);
}
