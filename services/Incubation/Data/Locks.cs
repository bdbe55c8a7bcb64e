namespace Technopark.Incubation.Data;

internal static class Locks
{
    /// <summary>The programme, locked until this transaction ends: seats are counted under it.</summary>
    public static Task<Programme> LockProgrammeAsync(this IncubationDb db, Guid id, CancellationToken ct) =>
        db.Programmes
        .FromSql($"select *, xmin from programmes where id = {id} for no key update")
        .IgnoreQueryFilters().AsNoTracking().SingleAsync(ct);
}
