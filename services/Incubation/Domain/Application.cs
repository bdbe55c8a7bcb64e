namespace Technopark.Incubation.Domain;

/// <summary>A company's wish to enter a programme by one of its calls.</summary>
internal sealed class Application : StatefulRoot
{
    private Application()
    {
    }

    public Guid CallId { get; private init; }

    public Guid ProgrammeId { get; private init; }

    public Guid CompanyId { get; private init; }

    /// <summary>Complete reviews needed, as the call said.</summary>
    public int Quorum { get; private init; }

    public ApplicationStatus Status { get; private set; }

    /// <summary>What the applicant wrote, by question.</summary>
    public Dictionary<string, string> Answers { get; private init; } = [];

    /// <summary>Experts who review it.</summary>
    public List<Guid> ReviewerIds { get; private init; } = [];

    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>Why it is deliberated without a quorum of reviews.</summary>
    public string? OverrideReason { get; private set; }

    /// <summary>Why it was decided as it was.</summary>
    public string? Rationale { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? WithdrawalReason { get; private set; }

    /// <summary>Experts are assigned from submission until the application is deliberated.</summary>
    public bool IsReviewable => Status is ApplicationStatus.Submitted or ApplicationStatus.Screening
        or ApplicationStatus.UnderReview;

    public string[] Allowed => States.ActionsFrom(Status);

    private StateMachine<ApplicationStatus> States => ApplicationStates.For(Quorum);

    public static Application Draft(
        Call call, CompanyReplica company, Dictionary<string, string> answers, DateTimeOffset now)
    {
        if (company.Status is CompanyReplicaStatus.Rejected or CompanyReplicaStatus.Liquidated)
        {
            throw CompanyReplica.Refuse(
                "companyNotAdmissible", "The registry has rejected the company, or it is liquidated.");
        }

        var application = new Application
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            CallId = call.Id,
            ProgrammeId = call.ProgrammeId,
            Quorum = call.Quorum,
            CompanyId = company.Id,
            Status = ApplicationStatus.Draft,
            Answers = answers,
        };
        application.Touch();
        return application;
    }

    /// <summary>Hands the application in.</summary>
    /// <param name="on">Date of submission: it is what the call's window is held against.</param>
    public void Submit(Call call, DateOnly on)
    {
        Status = States.Next(Status, "submit");
        call.RequireOpenOn(on);
        SubmittedOn = on;
        Raise(new ApplicationSubmitted(Id, CompanyId, CallId, ProgrammeId, on));
    }

    public void Screen()
    {
        Status = States.Next(Status, "screen");
        Touch();
    }

    public void Review()
    {
        Status = States.Next(Status, "review");
        Touch();
    }

    /// <summary>Gives the application to an expert, who sees it from here on.</summary>
    public void Assign(Guid reviewer, CompanyReplica applicant)
    {
        if (!IsReviewable)
        {
            throw new DomainException(
                Refusal.Conflict, "notReviewable",
                "Experts are assigned from submission until the application is deliberated.");
        }

        if (applicant.OwnerIds.Contains(reviewer))
        {
            throw DomainException.Field(
                Refusal.Conflict, "ownApplication", "reviewerId",
                "Who acts for the applicant does not review its application.");
        }

        if (!ReviewerIds.Contains(reviewer))
        {
            ReviewerIds.Add(reviewer);
        }

        Touch();
    }

    /// <summary>Ends the reviewing: with a quorum of complete reviews, or with a reason to do without.</summary>
    public void Deliberate(string? overrideReason)
    {
        Status = States.Next(Status, "deliberate");
        if (Quorum > 0 && overrideReason is null)
        {
            throw new DomainException(
                Refusal.Conflict, "quorumMissing",
                $"{Quorum} complete reviews are needed and there are 0; "
                + $"deliberating without them takes an overrideReason.");
        }

        OverrideReason = Quorum > 0 ? overrideReason : null;
        Touch();
    }

    /// <summary>Decides; an accepted company is offered a residency at once.</summary>
    /// <returns>The offer, or null where there is none.</returns>
    public Residency? Decide(ApplicationOutcome outcome, string rationale, DateTimeOffset now)
    {
        var accepted = States.Next(Status, "decide");
        if (outcome == ApplicationOutcome.WaitListed && Status == ApplicationStatus.WaitListed)
        {
            throw new DomainException(
                Refusal.Conflict, "alreadyWaitListed", "The application is on the wait list already.");
        }

        Status = outcome switch
        {
            ApplicationOutcome.Accepted => accepted,
            ApplicationOutcome.WaitListed => ApplicationStatus.WaitListed,
            _ => ApplicationStatus.Rejected,
        };
        (Rationale, DecidedAt) = (rationale, now);
        Raise(new ApplicationDecided(Id, CompanyId, CallId, ProgrammeId, outcome, rationale));
        return Status == ApplicationStatus.Accepted ? Residency.Offer(this, now) : null;
    }

    public void Withdraw(string reason)
    {
        Status = States.Next(Status, "withdraw");
        WithdrawalReason = reason;
        if (SubmittedOn is null)
        {
            // A draft raised no event, so that its withdrawal raises none.
            Touch();
            return;
        }

        Raise(new ApplicationWithdrawn(Id, CompanyId, reason));
    }
}
