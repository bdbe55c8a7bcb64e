namespace Technopark.Networking.Features.Interests;

/// <summary>An interest in a list: without what it says.</summary>
internal sealed record InterestSummary(
    Guid Id, Guid OfferId, Guid OfferCompanyId, Guid CompanyId, InterestStatus Status, DateTimeOffset CreatedAt,
    DateTimeOffset? AcceptedAt, string? Reason, string[] Allowed)
{
    public static InterestSummary Of(Interest interest) => new(
        interest.Id, interest.OfferId, interest.OfferCompanyId, interest.CompanyId, interest.Status,
        interest.CreatedAt, interest.AcceptedAt, interest.Reason, InterestView.AllowedOf(interest));
}
