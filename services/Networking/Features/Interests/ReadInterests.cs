namespace Technopark.Networking.Features.Interests;

internal static class ReadInterests
{
    public static void Map(RouteGroupBuilder interests)
    {
        interests.MapOne<Interest, InterestView>(InterestView.Of).WithName("GetInterest").WithSummary("An interest");
        interests.MapGet("", ListAsync).WithName("ListInterests").WithSummary("Interests, newest first");
    }

    private static Task<Page<InterestSummary>> ListAsync(
        InterestStatus? status, Guid? offerId, Guid? companyId, Guid? offerCompanyId, [AsParameters] Paging paging,
        NetworkingDb db, CancellationToken ct) => db.Interests.AsNoTracking()
            .Where(interest => (status == null || interest.Status == status)
                && (offerId == null || interest.OfferId == offerId)
                && (companyId == null || interest.CompanyId == companyId)
                && (offerCompanyId == null || interest.OfferCompanyId == offerCompanyId))
            .PageAsync(paging, new { status, offerId, companyId, offerCompanyId }, InterestSummary.Of, ct);
}
