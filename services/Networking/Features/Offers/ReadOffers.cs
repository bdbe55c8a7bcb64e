namespace Technopark.Networking.Features.Offers;

internal static class ReadOffers
{
    public static void Map(RouteGroupBuilder offers)
    {
        offers.MapOne<Offer, OfferView>(OfferView.Of).WithName("GetOffer").WithSummary("An offer");
        offers.MapGet("", ListAsync).WithName("ListOffers").WithSummary("Offers, newest first");
    }

    private static Task<Page<OfferSummary>> ListAsync(
        OfferStatus? status, OfferKind? kind, Guid? companyId, [AsParameters] Paging paging, NetworkingDb db,
        CancellationToken ct) =>
        db.Offers.AsNoTracking()
            .Where(offer => (status == null || offer.Status == status)
                && (kind == null || offer.Kind == kind)
                && (companyId == null || offer.CompanyId == companyId))
            .PageAsync(paging, new { status, kind, companyId }, OfferSummary.Of, ct);
}
