using Technopark.Incubation.Domain;

namespace Technopark.Incubation.Data;

/// <summary>Keeps what the registry says of companies.</summary>
internal static class KnownCompanies
{
    /// <summary>Takes over what an event says, in whatever order events come. The company stays locked until the inbox commits.</summary>
    public static async Task HearAsync(
        this IncubationDb db, Guid id, KnownCompanyStatus status, string? name, long version, CancellationToken ct)
    {
        var company = await db.LockCompanyAsync(id, ct);
        if (company is null)
        {
            company = new KnownCompany { Id = id };
            db.Add(company);
        }

        company.Apply(status, name, version);
    }
}
