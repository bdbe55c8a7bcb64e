namespace Technopark.Networking.Domain;

/// <summary>Where an offer stands.</summary>
internal enum OfferStatus
{
    Draft,
    InternalReview,
    Published,
    Archived,
}
