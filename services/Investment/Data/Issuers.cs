namespace Technopark.Investment.Data;

/// <summary>The issuer that a fact of the registry is about.</summary>
internal static class Issuers
{
    /// <summary>Finds the issuer, or begins it: any fact about the company may be the first heard.</summary>
    public static async Task<Issuer> IssuerOfAsync(
        this InvestmentDb db, Guid companyId, TimeProvider clock, CancellationToken ct) =>
        await db.Issuers.FindAsync([companyId], ct) ?? db.Add(Issuer.Of(companyId, clock.GetUtcNow())).Entity;

    /// <summary>The company's name as the newest news has it.</summary>
    public static Task<string?> NameOfCompanyAsync(this InvestmentDb db, Guid companyId, CancellationToken ct) =>
        db.Every<CompanyReplica>().Where(company => company.Id == companyId)
            .Select(company => company.Name).SingleAsync(ct);
}
