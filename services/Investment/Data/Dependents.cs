using Technopark.ServiceKit.Companies;

namespace Technopark.Investment.Data;

/// <summary>Rounds that were not given up.</summary>
internal sealed class Dependents(InvestmentDb db) : ICompanyDependents
{
    public string Kind => "rounds";

    public Task<bool> AnyAsync(Guid company, CancellationToken ct) =>
        db.Every<Round>().AnyAsync(round => round.CompanyId == company && round.Status != RoundStatus.Cancelled, ct);
}
