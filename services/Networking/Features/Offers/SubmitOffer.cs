namespace Technopark.Networking.Features.Offers;

internal static class SubmitOffer
{
    public static void Map(RouteGroupBuilder offers) => offers.MapPost("/{id:guid}/submitForReview", HandleAsync)
        .WithName(nameof(SubmitOffer)).WithSummary("Hand it to the park for review");

    private static Task<OkWithETag<OfferView>> HandleAsync([AsParameters] Change<Offer> change) =>
        change.MakeAsync(offer => offer.SubmitForReview(), OfferView.Of);
}
