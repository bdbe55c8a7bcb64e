namespace Technopark.Networking.Features.Offers;

/// <summary>An offer in a list: its summary, without the description.</summary>
internal sealed record OfferSummary(
    Guid Id, Guid CompanyId, string? CompanyName, OfferStatus Status, OfferKind Kind, string Title, string Summary,
    int? Trl, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt, string? Reason, string[] Allowed)
{
    public static OfferSummary Of(Offer offer) => new(
        offer.Id, offer.CompanyId, offer.NameOf(offer.CompanyId), offer.Status, offer.Kind, offer.Title, offer.Summary,
        offer.Trl, offer.CreatedAt, offer.PublishedAt, offer.Reason, OfferView.AllowedOf(offer));
}
