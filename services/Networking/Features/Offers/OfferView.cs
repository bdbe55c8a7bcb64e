namespace Technopark.Networking.Features.Offers;

/// <summary>An offer or a request as the API shows it.</summary>
/// <param name="CompanyId">The company behind it.</param>
/// <param name="Trl">Technology readiness level, 1 to 9; null where it does not apply.</param>
/// <param name="Reason">Why it was archived.</param>
/// <param name="Allowed">What may be done with it now: the verbs of its routes.</param>
internal sealed record OfferView(
    Guid Id, Guid CompanyId, string? CompanyName, OfferStatus Status, OfferKind Kind, string Title, string Summary,
    string? Description, int? Trl, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt, string? Reason,
    string[] Allowed)
{
    public static OfferView Of(Offer offer) => new(
        offer.Id, offer.CompanyId, offer.NameOf(offer.CompanyId), offer.Status, offer.Kind, offer.Title, offer.Summary,
        offer.Description, offer.Trl, offer.CreatedAt, offer.PublishedAt, offer.Reason,
        AllowedOf(offer));

    public static string[] AllowedOf(Offer offer) => offer.ForCaller([
        .. offer.Allowed, .. offer.Status == OfferStatus.Published ? ["interests"] : (string[])[],
    ]);
}
