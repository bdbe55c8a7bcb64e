namespace Technopark.Incubation.Features.Residencies;

internal static class SignResidency
{
    public static void Map(RouteGroupBuilder residencies) => residencies.MapPost("/{id:guid}/sign", HandleAsync)
        .WithName(nameof(SignResidency)).WithSummary("Sign the residency offered")
        .WithDescription("offered → signed, for a company that the registry has verified.");

    private static async Task<OkWithETag<ResidencyView>> HandleAsync(
        Guid id, IfMatch ifMatch, IncubationDb db, TimeProvider clock, CancellationToken ct)
    {
        var residency = await db.Residencies.FindOr404Async(id, ifMatch, ct);
        var company = await db.Every<CompanyReplica>().AsNoTracking()
            .SingleAsync(known => known.Id == residency.CompanyId, ct);
        residency.Sign(company, clock.GetUtcNow());
        return await db.SaveAsync(residency, ResidencyView.Of, ct);
    }
}
