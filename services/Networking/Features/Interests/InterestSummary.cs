namespace Technopark.Networking.Features.Interests;

/// <summary>An interest in a list: without what it says.</summary>
internal sealed record InterestSummary(
    Guid Id, Guid OfferId, string? OfferName, Guid OfferCompanyId, string? OfferCompanyName, Guid CompanyId,
    string? CompanyName, InterestStatus Status, DateTimeOffset CreatedAt,
    DateTimeOffset? AcceptedAt, string? Reason, string[] Allowed)
{
    public static InterestSummary Of(Interest interest) => new(
        interest.Id, interest.OfferId, interest.NameOf(interest.OfferId), interest.OfferCompanyId,
        interest.NameOf(interest.OfferCompanyId), interest.CompanyId, interest.NameOf(interest.CompanyId),
        interest.Status, interest.CreatedAt, interest.AcceptedAt, interest.Reason, InterestView.AllowedOf(interest));
}
