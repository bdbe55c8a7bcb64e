namespace Technopark.Networking.Features.Interests;

/// <summary>An interest as the API shows it.</summary>
/// <param name="OfferName">Title of the offer.</param>
/// <param name="OfferCompanyId">The company behind the offer.</param>
/// <param name="CompanyId">The company that is interested.</param>
/// <param name="Reason">Why it was declined.</param>
/// <param name="Allowed">What may be done with it now: the verbs of its routes.</param>
internal sealed record InterestView(
    Guid Id, Guid OfferId, string? OfferName, Guid OfferCompanyId, string? OfferCompanyName, Guid CompanyId,
    string? CompanyName, InterestStatus Status, string Message, DateTimeOffset CreatedAt,
    DateTimeOffset? AcceptedAt, string? Reason, string[] Allowed)
{
    public static InterestView Of(Interest interest) => new(
        interest.Id, interest.OfferId, interest.NameOf(interest.OfferId), interest.OfferCompanyId,
        interest.NameOf(interest.OfferCompanyId), interest.CompanyId, interest.NameOf(interest.CompanyId),
        interest.Status, interest.Message, interest.CreatedAt, interest.AcceptedAt, interest.Reason,
        AllowedOf(interest));

    public static string[] AllowedOf(Interest interest) => interest.ForCaller([
        .. interest.Allowed, .. interest.Status == InterestStatus.Accepted ? ["meetings"] : (string[])[],
    ]);
}
