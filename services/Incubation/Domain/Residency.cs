namespace Technopark.Incubation.Domain;

/// <summary>A company's stay in a programme, from the offer on.</summary>
internal sealed class Residency : StatefulRoot
{
    private Residency()
    {
    }

    public Guid ApplicationId { get; private init; }

    public Guid CompanyId { get; private init; }

    public Guid ProgrammeId { get; private init; }

    public ResidencyStatus Status { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    /// <summary>The day on which the programme's term is over for this company.</summary>
    public DateOnly? TermEndsOn { get; private set; }

    public DateOnly? GraduatedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it ended without graduation.</summary>
    public string? EndReason { get; private set; }

    public string[] Allowed => ResidencyStates.Machine.ActionsFrom(Status);

    public static Residency Offer(Application application, DateTimeOffset now)
    {
        var residency = new Residency
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            ApplicationId = application.Id,
            CompanyId = application.CompanyId,
            ProgrammeId = application.ProgrammeId,
            Status = ResidencyStatus.Offered,
        };
        residency.Touch();
        return residency;
    }

    public void Sign(CompanyReplica company, DateTimeOffset now)
    {
        Status = ResidencyStates.Machine.Next(Status, "sign");
        company.RequireVerified("A residency is signed with a company that the registry has verified.");
        SignedAt = now;
        Touch();
    }

    /// <summary>Takes a seat of the programme.</summary>
    /// <param name="taken">Seats held by others; the programme is locked, so that nobody takes one meanwhile.</param>
    /// <param name="earlier">The company's earlier residencies in the programme: they have used up part of its
    /// term.</param>
    public void Start(DateOnly on, Programme programme, int taken, IEnumerable<Residency> earlier)
    {
        Status = ResidencyStates.Machine.Next(Status, "start");
        if (taken >= programme.Seats)
        {
            throw new DomainException(
                Refusal.Conflict, "noSeat", $"All {programme.Seats} seats of the programme are taken.");
        }

        (StartedOn, TermEndsOn) = (on, Term.EndOf(on, programme.TermMonths, earlier));
        Raise(new ResidencyStarted(Id, CompanyId, ProgrammeId, on));
    }

    public void ProposeGraduation()
    {
        Status = ResidencyStates.Machine.Next(Status, "proposeGraduation");
        Touch();
    }

    public void Graduate(DateOnly on)
    {
        Status = ResidencyStates.Machine.Next(Status, "graduate");
        RequireAfterStart(on, "graduatedOn");
        if (on > TermEndsOn)
        {
            throw new DomainException(
                Refusal.Conflict, "termOver",
                $"The term was over on {TermEndsOn:yyyy-MM-dd}: nobody graduates after it.");
        }

        GraduatedOn = on;
        Raise(new ResidentGraduated(Id, CompanyId, ProgrammeId, on));
    }

    public void End(ResidencyEnd end, string reason, DateOnly on)
    {
        Status = ResidencyStates.Machine.Next(Status, "end");
        RequireAfterStart(on, "endedOn");
        if (end == ResidencyEnd.Expired && (TermEndsOn is null || on < TermEndsOn))
        {
            throw TermEndsOn is null
                ? new DomainException(
                    Refusal.Conflict, "termNotOver", "A residency expires with its term, which has no end yet.")
                : new DomainException(
                    Refusal.Conflict, "termNotOver",
                    $"A residency expires with its term, which ends on {TermEndsOn:yyyy-MM-dd}.");
        }

        Leave(end, reason, on);
    }

    /// <summary>Ends the residency because the company is no more.</summary>
    public void EndWithCompany(string reason, DateOnly on)
    {
        Status = ResidencyStates.Machine.Next(Status, "end");
        Leave(ResidencyEnd.Terminated, reason, on < StartedOn ? StartedOn.Value : on);
    }

    private void Leave(ResidencyEnd end, string reason, DateOnly on)
    {
        Status = end switch
        {
            ResidencyEnd.Expired => ResidencyStatus.Expired,
            ResidencyEnd.Withdrawn => ResidencyStatus.Withdrawn,
            _ => ResidencyStatus.Terminated,
        };
        (EndReason, EndedOn) = (reason, on);
        Raise(new ResidencyEnded(Id, CompanyId, ProgrammeId, end, reason, on));
    }

    private void RequireAfterStart(DateOnly on, string field)
    {
        if (on < StartedOn)
        {
            throw DomainException.Field(field, $"The residency started on {StartedOn:yyyy-MM-dd}.");
        }
    }
}
