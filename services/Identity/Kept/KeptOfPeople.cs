using System.Text.Json;
using Technopark.ServiceKit.PersonalData;

namespace Technopark.Identity.Kept;

/// <summary>What people keep for themselves is theirs: in their copy, and gone with them.</summary>
internal sealed class KeptOfPeople(IdentityDb db) : IPersonalRecords
{
    public string Kind => "kept";

    public async Task<IReadOnlyList<object>> CopyAsync(Guid person, CancellationToken ct) =>
        (await db.Kept.AsNoTracking().Where(kept => kept.PersonId == person)
            .OrderBy(kept => kept.Kind).ThenBy(kept => kept.Name).ToListAsync(ct))
            .ConvertAll<object>(kept => new
            {
                kept.Kind,
                kept.Name,
                kept.ChangedAt,
                Value = JsonElement.Parse(kept.Value),
            });

    public Task EraseAsync(Guid person, CancellationToken ct) =>
        db.Kept.Where(kept => kept.PersonId == person).ExecuteDeleteAsync(ct);
}
