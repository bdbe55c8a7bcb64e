namespace Technopark.Networking.Domain;

/// <summary>A company's wish to talk about another's offer.</summary>
internal sealed class Interest : StatefulRoot
{
    private static readonly StateMachine<InterestStatus> States = new StateMachine<InterestStatus>()
        .Allow("forward", InterestStatus.Forwarded, InterestStatus.Submitted)
        .Allow("accept", InterestStatus.Accepted, InterestStatus.Forwarded)
        .Allow("decline", InterestStatus.Declined, InterestStates.Open);

    private Interest()
    {
    }

    [GivesName]
    public Guid OfferId { get; private init; }

    /// <summary>The company behind the offer.</summary>
    public Guid OfferCompanyId { get; private init; }

    /// <summary>The company that is interested.</summary>
    public Guid CompanyId { get; private init; }

    public InterestStatus Status { get; private set; }

    public string Message { get; private init; } = "";

    /// <summary>From here on the company behind the offer knows of it; null where it does not, or of old.</summary>
    public DateTimeOffset? ForwardedAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string? Reason { get; private set; }

    public bool IsOpen => InterestStates.Open.Contains(Status);

    public bool IsWaiting => InterestStates.Waiting.Contains(Status);

    public string[] Allowed => States.ActionsFrom(Status);

    public static Interest In(Offer offer, CompanyReplica company, string message, DateTimeOffset now)
    {
        company.RequireVerified(Offer.OfVerified);
        offer.RequireOpenTo(company.Id);
        var interest = new Interest
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            OfferId = offer.Id,
            OfferCompanyId = offer.CompanyId,
            CompanyId = company.Id,
            Status = InterestStatus.Submitted,
            Message = message,
        };
        interest.Touch();
        return interest;
    }

    /// <summary>The park passes it on to the company behind the offer.</summary>
    public void Forward(DateTimeOffset now)
    {
        Status = States.Next(Status, "forward");
        ForwardedAt = now;
        Touch();
    }

    /// <summary>The company behind the offer wants to talk.</summary>
    public void Accept(DateTimeOffset now)
    {
        Status = States.Next(Status, "accept");
        AcceptedAt = now;
        Raise(new InterestAccepted(Id, OfferId, OfferCompanyId, CompanyId));
    }

    public void Decline(string reason)
    {
        Status = States.Next(Status, "decline");
        Reason = reason;
        Touch();
    }

    /// <summary>Refuses with 409 a meeting that nobody has agreed to.</summary>
    public void RequireTalking()
    {
        if (Status != InterestStatus.Accepted)
        {
            throw new DomainException(
                Refusal.Conflict, "interestNotAccepted",
                "Companies meet once the interest is accepted, and while it is not declined.");
        }
    }
}
