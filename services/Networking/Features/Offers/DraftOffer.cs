namespace Technopark.Networking.Features.Offers;

internal static class DraftOffer
{
    public sealed record Request(
        [property: Description("The company behind it; the registry has verified it.")] Guid CompanyId,
        OfferKind Kind,
        [property: Required, StringLength(200, MinimumLength = 1)] string Title,
        [property: Required, StringLength(1000, MinimumLength = 1)] string Summary,
        [property: StringLength(20_000, MinimumLength = 1)] string? Description,
        [property: Range(1, 9), Description("Technology readiness level, ISO 16290.")] int? Trl);

    public static void Map(RouteGroupBuilder offers) => offers.MapPost("", HandleAsync)
        .WithName(nameof(DraftOffer)).WithSummary("Draft an offer or a request").WithIdempotency();

    private static Task<CreatedWithETag<OfferView>> HandleAsync(
        Request body, NetworkingDb db, TimeProvider clock, CancellationToken ct) =>
        db.TransactAsync(async () =>
        {
            var company = await db.ShareCompanyAsync(body.CompanyId, ct)
                ?? throw CompanyReplica.Unknown("Networking knows", body.CompanyId);
            await db.RequireActingForAsync(company.Id, ct);
            var details = new OfferDetails(body.Kind, body.Title, body.Summary, body.Description, body.Trl);
            var offer = Offer.Draft(company, details, clock.GetUtcNow());
            return await db.CreateAsync(offer, "offers", OfferView.Of, ct);
        }, ct);
}
