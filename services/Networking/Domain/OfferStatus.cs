namespace Technopark.Networking.Domain;

/// <summary>Where an offer stands.</summary>
internal enum OfferStatus
{
    Draft,
    InternalReview,
    ExternalReview,
    Published,
    Renewed,
    Expired,
    Archived,
}
