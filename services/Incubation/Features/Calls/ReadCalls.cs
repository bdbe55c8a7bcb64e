namespace Technopark.Incubation.Features.Calls;

internal static class ReadCalls
{
    public static void Map(RouteGroupBuilder calls)
    {
        calls.MapGet("/{id:guid}", OneAsync).WithName("GetCall").WithSummary("A call");
        calls.MapGet("", ListAsync).WithName("ListCalls").WithSummary("Calls, newest first");
    }

    private static async Task<OkWithETag<CallView>> OneAsync(
        Guid id, IncubationDb db, TimeProvider clock, CancellationToken ct) =>
        OkWithETag.Of(await db.ReadOr404Async<Call>(id, ct), call => CallView.Of(call, clock.Today()));

    private static Task<Page<CallView>> ListAsync(
        Guid? programmeId, [Description("True: open today, UTC; false: not open today.")] bool? open,
        [AsParameters] Paging paging, IncubationDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = clock.Today();
        return db.Calls.AsNoTracking()
            .Where(call => (programmeId == null || call.ProgrammeId == programmeId)
                && (open == null || (call.OpensOn <= today && call.ClosesOn >= today) == open))
            .PageAsync(paging, new { programmeId, open }, call => CallView.Of(call, today), ct);
    }
}
