namespace Technopark.Networking.Features.Offers;

internal static class PublishOffer
{
    public static void Map(RouteGroupBuilder offers) => offers.MapPost("/{id:guid}/publish", HandleAsync)
        .WithName(nameof(PublishOffer)).WithSummary("Publish it");

    private static Task<OkWithETag<OfferView>> HandleAsync([AsParameters] Change<Offer> change) =>
        change.MakeAsync(offer => offer.Publish(change.Now), OfferView.Of);
}
