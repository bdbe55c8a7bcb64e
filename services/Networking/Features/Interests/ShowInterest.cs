namespace Technopark.Networking.Features.Interests;

internal static class ShowInterest
{
    public sealed record Request(
        [property: Description("The company that is interested; the registry has verified it.")] Guid CompanyId,
        [property: Required, StringLength(4000, MinimumLength = 1)] string Message);

    public static void Map(RouteGroupBuilder offers) => offers.MapPost("/{id:guid}/interests", HandleAsync)
        .WithName(nameof(ShowInterest)).WithSummary("Show interest in an offer")
        .WithTags("Interests").WithIdempotency();

    private static async Task<CreatedWithETag<InterestView>> HandleAsync(
        Guid id, Request body, NetworkingDb db, IOptions<ContactLimits> limits, TimeProvider clock,
        CancellationToken ct)
    {
        await db.Offers.AsNoTracking().FindOr404Async(id, ct);
        return await db.TransactAsync(async () =>
        {
            await db.LockGuestAsync(body.CompanyId, ct);
            var company = await db.ShareCompanyAsync(body.CompanyId, ct)
                ?? throw CompanyReplica.Unknown("Networking knows", body.CompanyId);
            await db.RequireActingForAsync(company.Id, ct);
            var offer = await db.ShareOfferAsync(id, ct);
            var now = clock.GetUtcNow();
            var interest = Interest.In(offer, company, body.Message, now);
            var (openOfPair, ofGuest) = await db.CountInterestsAsync(
                offer.CompanyId, company.Id, Contacts.DayOf(now), ct);
            limits.Value.RequireOneMoreInterest(openOfPair, ofGuest);
            return await db.CreateAsync(interest, "interests", InterestView.Of, ct);
        }, ct);
    }
}
