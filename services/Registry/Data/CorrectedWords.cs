using Technopark.ServiceKit.PersonalData;

namespace Technopark.Registry.Data;

/// <summary>What the records of an erased company said before they were corrected.</summary>
internal sealed class CorrectedWords(RegistryDb db) : IWordsOfCompanies
{
    public async Task EraseAsync(Guid company, CancellationToken ct) =>
        (await db.Every<Correction>().Where(correction => correction.CompanyId == company).ToListAsync(ct))
            .ForEach(correction => correction.EraseWords());
}
