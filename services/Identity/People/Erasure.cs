using Technopark.ServiceKit.PersonalData;

namespace Technopark.Identity.People;

/// <summary>Erases a person: here at once, in every other service when it hears of it.</summary>
internal sealed class Erasure(
    IdentityDb db, Sessions sessions, PersonalDataExport about, IEnumerable<IPersonalRecords> others,
    TimeProvider clock)
{
    /// <summary>Takes some seconds, and is not to be given up half way.</summary>
    public async Task EraseAsync(Guid person)
    {
        // First nobody can act as them: else a service that has forgotten them could be told of them again.
        await sessions.EndAsync(person, null, CancellationToken.None);
        await Task.Delay(2 * RevokedSessions.Every, clock, CancellationToken.None);
        await db.TransactAsync(
            async () =>
            {
                await about.EraseAsync(person, CancellationToken.None);
                await db.SaveChangesAsync(CancellationToken.None);
                // Afterwards: what tells of deeds tells of this one too.
                foreach (var records in others)
                {
                    await records.EraseAsync(person, CancellationToken.None);
                }

                return await db.SaveChangesAsync(CancellationToken.None);
            },
            CancellationToken.None);
    }
}
