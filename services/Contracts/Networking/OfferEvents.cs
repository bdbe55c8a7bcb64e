namespace Technopark.Contracts.Networking;

/// <summary>The five kinds of offer that the Enterprise Europe Network uses.</summary>
public enum OfferKind
{
    /// <summary>A technology to license, sell or develop further.</summary>
    TechnologyOffer,

    /// <summary>A technology that is looked for.</summary>
    TechnologyRequest,

    /// <summary>A product or service to distribute or supply.</summary>
    BusinessOffer,

    /// <summary>A supplier or distributor that is looked for.</summary>
    BusinessRequest,

    /// <summary>Partners for a research project.</summary>
    ResearchRequest,
}

/// <summary>An offer or a request became visible to the park.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="CompanyId">The company behind it.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Title">Its title.</param>
public sealed record OfferPublished(Guid OfferId, Guid CompanyId, OfferKind Kind, string Title) : IntegrationEvent;

/// <summary>The company behind an offer wants to talk to a company that showed interest.</summary>
/// <param name="InterestId">The interest.</param>
/// <param name="OfferId">The offer.</param>
/// <param name="CompanyId">The company behind the offer.</param>
/// <param name="InterestedCompanyId">The company that showed interest.</param>
public sealed record InterestAccepted(
    Guid InterestId, Guid OfferId, Guid CompanyId, Guid InterestedCompanyId) : IntegrationEvent;

/// <summary>Two companies have a time to meet.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="InterestId">The interest that led to it.</param>
/// <param name="CompanyId">The company that invites.</param>
/// <param name="GuestCompanyId">The company invited.</param>
/// <param name="StartsAt">Begin, UTC.</param>
/// <param name="EndsAt">End, UTC.</param>
public sealed record MeetingScheduled(
    Guid MeetingId, Guid InterestId, Guid CompanyId, Guid GuestCompanyId,
    DateTimeOffset StartsAt, DateTimeOffset EndsAt)
    : IntegrationEvent;
