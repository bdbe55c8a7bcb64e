using Technopark.ServiceKit.Companies;

namespace Technopark.Incubation.Data;

/// <summary>Residencies that were signed and stand: running, or graduated from.</summary>
internal sealed class Dependents(IncubationDb db) : ICompanyDependents
{
    public string Kind => "residencies";

    public Task<bool> AnyAsync(Guid company, CancellationToken ct) => db.Every<Residency>().AnyAsync(
        residency => residency.CompanyId == company && ResidencyStates.Standing.Contains(residency.Status), ct);
}
