namespace Technopark.Registry.Domain;

/// <summary>What is entered about a company at its registration.</summary>
internal sealed record CompanyDetails(
    string Name, CompanyKind Kind, string? Inn, string? Ogrn, string? Kpp, string? OkvedMain, string? Region,
    DateOnly? RegisteredOn);

/// <summary>A company or team of the park.</summary>
internal sealed class Company : AggregateRoot
{
    private static readonly StateMachine<CompanyStatus> States = new StateMachine<CompanyStatus>()
        .Allow("verify", CompanyStatus.Verified, CompanyStatus.Registered)
        .Allow("reject", CompanyStatus.Rejected, CompanyStatus.Registered)
        .Allow("liquidate", CompanyStatus.Liquidated, CompanyStatus.Verified);

    private Company()
    {
    }

    public CompanyStatus Status { get; private set; }

    public string Name { get; private init; } = "";

    public CompanyKind Kind { get; private init; }

    public string? Inn { get; private init; }

    /// <summary>OGRN of an entity or OGRNIP of a sole trader.</summary>
    public string? Ogrn { get; private init; }

    [Audited]
    public string? Kpp { get; private init; }

    [Audited]
    public string? OkvedMain { get; private init; }

    [Audited]
    public string? Region { get; private init; }

    public DateOnly? RegisteredOn { get; private init; }

    public List<Founder> Founders { get; private init; } = [];

    /// <summary>People who act for it, by the ids in their tokens.</summary>
    public List<Guid> OwnerIds { get; private init; } = [];

    public DateTimeOffset? VerifiedAt { get; private set; }

    public DateOnly? LiquidatedOn { get; private set; }

    /// <summary>Why the company was rejected or liquidated.</summary>
    public string? Reason { get; private set; }

    public string[] Allowed => States.ActionsFrom(Status);

    /// <param name="owner">Who acts for it; null where the park enters it itself.</param>
    public static Company Register(
        CompanyDetails details, IEnumerable<Founder> founders, Guid? owner, DateTimeOffset now)
    {
        var company = new Company
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            Status = CompanyStatus.Registered,
            Name = details.Name,
            Kind = details.Kind,
            Inn = details.Inn,
            Ogrn = details.Ogrn,
            Kpp = details.Kpp,
            OkvedMain = details.OkvedMain,
            Region = details.Region,
            RegisteredOn = details.RegisteredOn,
            Founders = [.. founders],
            OwnerIds = owner is { } id ? [id] : [],
        };
        company.Raise(new CompanyRegistered(
            company.Id, company.Name, company.Kind, company.OkvedMain, company.Region, company.RegisteredOn,
            company.OwnerIds));
        return company;
    }

    /// <summary>Confirms the identifiers; that no other verified company has them, the database decides.</summary>
    public void Verify(DateTimeOffset now)
    {
        Status = States.Next(Status, "verify");
        if (Founders.Count == 0)
        {
            throw new DomainException(
                Refusal.Conflict, "noFounder", "A company is verified with at least one founder.");
        }

        if (Kind != CompanyKind.Team && (Inn is null || Ogrn is null || OkvedMain is null))
        {
            throw new DomainException(
                Refusal.Conflict, "identifiersMissing",
                "A legal entity or sole trader is verified with INN, OGRN and main OKVED.");
        }

        VerifiedAt = now;
        Raise(new CompanyVerified(Id, Name, Kind, Inn, Ogrn, OkvedMain, Region));
    }

    /// <summary>Lets another person act for the company too.</summary>
    public void AddOwner(Guid person)
    {
        if (OwnerIds.Contains(person))
        {
            throw new DomainException(Refusal.Conflict, "ownerAlready", "This person acts for the company already.");
        }

        OwnerIds.Add(person);
        Raise(new CompanyOwnersChanged(Id, [.. OwnerIds]));
    }

    /// <summary>From here on the person does not act for the company; the last one stays.</summary>
    public void RemoveOwner(Guid person)
    {
        if (OwnerIds is [var last] && last == person)
        {
            throw new DomainException(
                Refusal.Conflict, "lastOwner", "The last person who acts for a company stays: add another first.");
        }

        if (!OwnerIds.Remove(person))
        {
            throw new DomainException(Refusal.Conflict, "ownerUnknown", "This person does not act for the company.");
        }

        Raise(new CompanyOwnersChanged(Id, [.. OwnerIds]));
    }

    /// <summary>A person has been erased: nobody can tell from the company who founded it or acted for it.</summary>
    public void Forget(Guid person)
    {
        for (var i = 0; i < Founders.Count; i++)
        {
            Founders[i] = Founders[i].PersonId == person ? Founders[i].WithoutName() : Founders[i];
        }

        if (OwnerIds.Remove(person))
        {
            Raise(new CompanyOwnersChanged(Id, [.. OwnerIds]));
        }
        else
        {
            Touch();
        }
    }

    public void Reject(string reason)
    {
        Status = States.Next(Status, "reject");
        Reason = reason;
        Raise(new CompanyRejected(Id, reason));
    }

    public void Liquidate(string reason, DateOnly on)
    {
        Status = States.Next(Status, "liquidate");
        if (on < RegisteredOn)
        {
            throw DomainException.Field("liquidatedOn", $"The company was registered on {RegisteredOn:yyyy-MM-dd}.");
        }

        (Reason, LiquidatedOn) = (reason, on);
        Raise(new CompanyLiquidated(Id, reason, on));
    }
}
