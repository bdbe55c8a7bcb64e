namespace Technopark.Registry.Domain;

/// <summary>A company or team of the park.</summary>
internal sealed class Company : StatefulRoot
{
    private static readonly StateMachine<CompanyStatus> States = new StateMachine<CompanyStatus>()
        .Allow("verify", CompanyStatus.Verified, CompanyStatus.Registered)
        .Allow("reject", CompanyStatus.Rejected, CompanyStatus.Registered)
        .Allow("correct", CompanyStatus.Registered, CompanyStatus.Registered)
        .Allow("correct", CompanyStatus.Verified, CompanyStatus.Verified)
        .Allow("revokeVerification", CompanyStatus.Registered, CompanyStatus.Verified)
        .Allow("liquidate", CompanyStatus.Liquidated, CompanyStatus.Verified);

    private Company()
    {
    }

    public CompanyStatus Status { get; private set; }

    public string Name { get; private set; } = "";

    public CompanyKind Kind { get; private set; }

    public string? Inn { get; private set; }

    /// <summary>OGRN of an entity or OGRNIP of a sole trader.</summary>
    public string? Ogrn { get; private set; }

    [Audited]
    public string? Kpp { get; private set; }

    [Audited]
    public string? OkvedMain { get; private set; }

    [Audited]
    public string? Region { get; private set; }

    public DateOnly? RegisteredOn { get; private set; }

    public List<Founder> Founders { get; private init; } = [];

    /// <summary>People who act for it, by the ids in their tokens.</summary>
    public List<Guid> OwnerIds { get; private init; } = [];

    public DateTimeOffset? VerifiedAt { get; private set; }

    public DateOnly? LiquidatedOn { get; private set; }

    /// <summary>Why the company was rejected or liquidated, or its verification revoked.</summary>
    public string? Reason { get; private set; }

    public string[] Allowed => States.ActionsFrom(Status);

    private CompanyDetails Details
    {
        get => new(Name, Kind, Inn, Ogrn, Kpp, OkvedMain, Region, RegisteredOn);
        set => (Name, Kind, Inn, Ogrn, Kpp, OkvedMain, Region, RegisteredOn) = value;
    }

    /// <param name="owner">Who acts for it; null where the park enters it itself.</param>
    public static Company Register(
        CompanyDetails details, IEnumerable<Founder> founders, Guid? owner, DateTimeOffset now)
    {
        var company = new Company
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            Status = CompanyStatus.Registered,
            Details = details,
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

        RequireIdentifiers(Details);
        (VerifiedAt, Reason) = (now, null);
        Raise(new CompanyVerified(Id, Name, Kind, Inn, Ogrn, OkvedMain, Region));
    }

    /// <summary>The registry confirmed it by mistake: its identifiers are free for who they belong to.</summary>
    public void RevokeVerification(string reason)
    {
        Status = States.Next(Status, "revokeVerification");
        (VerifiedAt, Reason) = (null, reason);
        Raise(new CompanyVerificationRevoked(Id, reason));
    }

    /// <summary>Puts right what the record says. What the registry has verified, it alone corrects.</summary>
    /// <param name="ofRegistry">True where the registry itself does it.</param>
    /// <returns>What was changed, to be kept.</returns>
    public Correction Correct(CorrectedDetails right, (Guid By, string? Reason, DateTimeOffset At) who, bool ofRegistry)
    {
        Status = States.Next(Status, "correct");
        if (Status == CompanyStatus.Verified)
        {
            RequireRegistry(ofRegistry);
            RequireReason(who.Reason);
        }

        var after = right.Over(Details);
        foreach (var (field, rule) in CompanyDetails.WrongIdentifiers(after.Kind, after.Inn, after.Ogrn))
        {
            throw DomainException.Field(field, rule);
        }

        if (Status == CompanyStatus.Verified)
        {
            RequireIdentifiers(after);
        }

        var correction = Correction.Between(Details, after, this, who) ?? throw new DomainException(
            Refusal.Conflict, "nothingCorrected", "The record says this already.");
        Details = after;
        Raise(new CompanyCorrected(Id, Name, Kind, Inn, Ogrn, OkvedMain, Region, RegisteredOn));
        return correction;
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
    /// <returns>True where the company was that person: all that can be said of it in words goes too.</returns>
    public bool Forget(Guid person)
    {
        var wasPerson = IsPerson(person);
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

        if (wasPerson)
        {
            (Name, Inn, Ogrn, Kpp) = (EventWords.Erased, null, null, null);
            Reason = Reason is null ? null : EventWords.Erased;
            Raise(new CompanyCorrected(Id, Name, Kind, Inn, Ogrn, OkvedMain, Region, RegisteredOn));
            Raise(new CompanyErased(Id));
        }

        return wasPerson;
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

    /// <summary>
    /// A sole trader is the founder, or else the last who acts for it. A team is who is left of it.
    /// </summary>
    private bool IsPerson(Guid person) => Kind switch
    {
        CompanyKind.Ip => Founders.Exists(founder => founder.PersonId == person)
            || (OwnerIds is [var last] && last == person),
        CompanyKind.Team => OwnerIds.TrueForAll(owner => owner == person)
            && Founders.TrueForAll(founder => founder.PersonId == person || founder.Name == ""),
        _ => false,
    };

    private static void RequireRegistry(bool ofRegistry)
    {
        if (!ofRegistry)
        {
            throw new DomainException(
                Refusal.Forbidden, "registryCorrects",
                "The record of a verified company is corrected by the registry.");
        }
    }

    private static void RequireReason(string? reason)
    {
        if (reason is null)
        {
            throw DomainException.Field("reason", "The record of a verified company is corrected with a reason.");
        }
    }

    private static void RequireIdentifiers(CompanyDetails details)
    {
        if (details is { Kind: not CompanyKind.Team } and ({ Inn: null } or { Ogrn: null } or { OkvedMain: null }))
        {
            throw new DomainException(
                Refusal.Conflict, "identifiersMissing",
                "A legal entity or sole trader is verified with INN, OGRN and main OKVED.");
        }
    }
}
