namespace Technopark.Networking.Domain;

/// <summary>What is entered in an offer.</summary>
/// <param name="Trl">Technology readiness level, 1 to 9; null where it does not apply.</param>
internal sealed record OfferDetails(OfferKind Kind, string Title, string Summary, string? Description, int? Trl);

/// <summary>Something that a company offers or looks for.</summary>
internal sealed class Offer : StatefulRoot
{
    internal static readonly ProblemText OfVerified =
        "Offers and interests are those of companies that are verified and not liquidated.";

    private static readonly StateMachine<OfferStatus> States = new StateMachine<OfferStatus>()
        .Allow("submitForReview", OfferStatus.InternalReview, OfferStatus.Draft)
        .Allow("publish", OfferStatus.Published, OfferStatus.InternalReview)
        .Allow("archive", OfferStatus.Archived, OfferStatus.Draft, OfferStatus.InternalReview, OfferStatus.Published);

    private Offer()
    {
    }

    /// <summary>The company behind it.</summary>
    public Guid CompanyId { get; private init; }

    public OfferStatus Status { get; private set; }

    public OfferKind Kind { get; private init; }

    public string Title { get; private init; } = "";

    public string Summary { get; private init; } = "";

    public string? Description { get; private init; }

    public int? Trl { get; private init; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Why it was archived.</summary>
    public string? Reason { get; private set; }

    public string[] Allowed => States.ActionsFrom(Status);

    public static Offer Draft(CompanyReplica company, OfferDetails details, DateTimeOffset now)
    {
        company.RequireVerified(OfVerified);
        var offer = new Offer
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            CompanyId = company.Id,
            Status = OfferStatus.Draft,
            Kind = details.Kind,
            Title = details.Title,
            Summary = details.Summary,
            Description = details.Description,
            Trl = details.Trl,
        };
        offer.Touch();
        return offer;
    }

    public void SubmitForReview()
    {
        Status = States.Next(Status, "submitForReview");
        Touch();
    }

    public void Publish(CompanyReplica company, DateTimeOffset now)
    {
        Status = States.Next(Status, "publish");
        company.RequireVerified(OfVerified);
        PublishedAt = now;
        Raise(new OfferPublished(Id, CompanyId, Kind, Title));
    }

    /// <summary>Takes the offer away; who talks already goes on talking.</summary>
    public void Archive(string reason)
    {
        Status = States.Next(Status, "archive");
        Reason = reason;
        Touch();
    }

    /// <summary>Refuses with 409 interest in what is not published, and in a company's own offer.</summary>
    public void RequireOpenTo(Guid companyId)
    {
        if (Status != OfferStatus.Published)
        {
            throw new DomainException(
                Refusal.Conflict, "offerNotPublished", "Interest is shown in an offer that is published.");
        }

        if (companyId == CompanyId)
        {
            throw CompanyReplica.Refuse("ownOffer", "A company shows no interest in its own offer.");
        }
    }
}
