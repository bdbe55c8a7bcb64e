namespace Technopark.Networking.Features.Offers;

internal static class SubmitOffer
{
    public static void Map(RouteGroupBuilder offers) => offers.MapPost("/{id:guid}/submitForReview", HandleAsync)
        .WithName(nameof(SubmitOffer)).WithSummary("Hand it to the park for review");

    private static async Task<OkWithETag<OfferView>> HandleAsync(
        Guid id, IfMatch ifMatch, NetworkingDb db, CancellationToken ct)
    {
        var offer = await db.Offers.FindOr404Async(id, ifMatch, ct);
        offer.SubmitForReview();
        return await db.SaveAsync(offer, OfferView.Of, ct);
    }
}
