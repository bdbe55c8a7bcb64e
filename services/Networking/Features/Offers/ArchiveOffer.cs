namespace Technopark.Networking.Features.Offers;

internal static class ArchiveOffer
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder offers) => offers.MapPost("/{id:guid}/archive", HandleAsync)
        .WithName(nameof(ArchiveOffer)).WithSummary("Take it away")
        .WithDescription("Interests in it that were not accepted yet are declined; who talks already goes on talking.");

    private static Task<OkWithETag<OfferView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, NetworkingDb db, CancellationToken ct) =>
        db.TransactAsync(async () =>
        {
            var offer = await db.LockOfferAsync(id, ifMatch, ct);
            offer.Archive(body.Reason);
            await db.DeclineWaitingAsync(offer, $"the offer was archived: {body.Reason}", ct);
            return await db.SaveAsync(offer, OfferView.Of, ct);
        }, ct);
}
