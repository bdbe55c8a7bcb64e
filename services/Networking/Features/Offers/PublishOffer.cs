namespace Technopark.Networking.Features.Offers;

internal static class PublishOffer
{
    public static void Map(RouteGroupBuilder offers) => offers.MapPost("/{id:guid}/publish", HandleAsync)
        .WithName(nameof(PublishOffer)).WithSummary("Publish it");

    private static async Task<OkWithETag<OfferView>> HandleAsync(
        Guid id, IfMatch ifMatch, NetworkingDb db, TimeProvider clock, CancellationToken ct)
    {
        var companyId = (await db.Offers.AsNoTracking().FindOr404Async(id, ct)).CompanyId;
        return await db.TransactAsync(async () =>
        {
            var company = await db.ShareEveryCompanyAsync(companyId, ct);
            var offer = await db.LockOfferAsync(id, ifMatch, ct);
            offer.Publish(company, clock.GetUtcNow());
            return await db.SaveAsync(offer, OfferView.Of, ct);
        }, ct);
    }
}
