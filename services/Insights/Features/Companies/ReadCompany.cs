using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Insights.Features.Companies;

/// <summary>Where a company stands, as far as its events tell.</summary>
internal enum CompanyStatus
{
    Registered,
    Verified,
    Rejected,
    Liquidated,
}

internal static class ReadCompany
{
    /// <summary>What the chain knows of a company.</summary>
    /// <param name="Name">Null where no event that names the company has come yet.</param>
    /// <param name="ResidentSince">First day of its first residency; null where it had none.</param>
    /// <param name="Attracted">Its part of the headline, in roubles.</param>
    internal sealed record View(Guid Id, string? Name, CompanyStatus Status, DateOnly? ResidentSince, Money Attracted);

    public static void Map(RouteGroupBuilder companies) => companies.MapGet("/{id:guid}", HandleAsync)
        .WithName("GetCompanySummary").WithSummary("What the chain knows of a company");

    private static async Task<Ok<View>> HandleAsync(Guid id, InsightsDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = clock.Today();
        var found = await db.Companies.Where(company => company.Id == id)
            .Select(company => new
            {
                company.Name,
                company.Status,
                Since = db.Residencies.Where(residency => residency.CompanyId == id)
                    .Min(residency => residency.StartedOn),
                Attracted = db.CountedTranches.Where(tranche => tranche.CompanyId == id && tranche.PaidOn <= today)
                    .Sum(tranche => tranche.RubAmount),
            })
            .FirstOrDefaultAsync(ct);
        if (found is null && !await db.IsKnownAsync(id, ct))
        {
            throw CentreDbExtensions.NotFound<CompanyReplica>(id);
        }

        return TypedResults.Ok(new View(
            id, found?.Name, (CompanyStatus)(found?.Status ?? default), found?.Since,
            Money.Roubles(found?.Attracted ?? 0)));
    }
}
