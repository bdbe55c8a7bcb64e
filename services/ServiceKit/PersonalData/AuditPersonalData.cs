using Technopark.ServiceKit.Audit;

namespace Technopark.ServiceKit.PersonalData;

/// <summary>What the audit tells of somebody's deeds. Erased, they stay, done by nobody from nowhere.</summary>
internal sealed class AuditPersonalData(CentreDb db) : IPersonalRecords
{
    public string Kind => "deeds";

    public async Task<IReadOnlyList<object>> CopyAsync(Guid person, CancellationToken ct)
    {
        var actor = person.ToString();
        return await db.Set<AuditEntry>().Where(entry => entry.Actor == actor).OrderBy(entry => entry.Id)
            .Select(entry => (object)new
            {
                entry.At,
                entry.Operation,
                ThingType = entry.TargetType,
                Thing = entry.TargetId,
                entry.Outcome,
                entry.Address,
            })
            .ToListAsync(ct);
    }

    /// <summary>Also where it was not yet known that it was they.</summary>
    public Task EraseAsync(Guid person, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        update audit set address = null
        where (actor = {person.ToString()} or actor = 'anonymous' and target_id = {person}) and address is not null
        """,
        ct);
}
