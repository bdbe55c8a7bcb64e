namespace Technopark.Incubation.Data;

/// <summary>What becomes of what a company has open here once it is gone.</summary>
internal static class CompanyLiquidation
{
    /// <summary>
    /// Withdraws its open applications and terminates its residencies that are not over; those already over stay as
    /// they are.
    /// </summary>
    public static async Task EndAllOfAsync(
        this IncubationDb db, Guid companyId, string reason, DateOnly on, CancellationToken ct)
    {
        var applications = await db.Every<Application>()
            .Where(application => application.CompanyId == companyId
                && ApplicationStates.Open.Contains(application.Status)).ToListAsync(ct);
        applications.ForEach(application => application.Withdraw(reason));

        var residencies = await db.Every<Residency>()
            .Where(residency => residency.CompanyId == companyId && ResidencyStates.Open.Contains(residency.Status))
            .ToListAsync(ct);
        residencies.ForEach(residency => residency.EndWithCompany(reason, on));
    }
}
