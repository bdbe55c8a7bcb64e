namespace Technopark.Networking.Features.Offers;

internal static class PublishOffer
{
    public static void Map(RouteGroupBuilder offers) => offers.MapPost("/{id:guid}/publish", HandleAsync)
        .WithName(nameof(PublishOffer)).WithSummary("Publish it");

    private static async Task<OkWithETag<OfferView>> HandleAsync(
        Guid id, IfMatch ifMatch, NetworkingDb db, TimeProvider clock, CancellationToken ct)
    {
        var offer = await db.Offers.FindOr404Async(id, ifMatch, ct);
        offer.Publish(clock.GetUtcNow());
        return await db.SaveAsync(offer, OfferView.Of, ct);
    }
}
