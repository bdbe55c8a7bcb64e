namespace Technopark.Investment.Domain;

/// <summary>Whether a company may raise money.</summary>
internal enum IssuerStatus
{
    Open,
    Closed,
}

/// <summary>
/// A company as the venture market knows it, opened when the registry verifies it and closed when it is liquidated or
/// the verification revoked. Its id is the company's. What the registry says may arrive in any order: the version of
/// each event decides.
/// </summary>
internal sealed class Issuer : AggregateRoot
{
    private Issuer()
    {
    }

    /// <summary>Null while no event that names the company has come.</summary>
    public string? Name { get; private set; }

    public IssuerStatus Status { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The newest version of the company in the registry that decided on <see cref="Status"/>.</summary>
    public long CompanyVersion { get; private set; }

    public static Issuer Of(Guid companyId, DateTimeOffset now) => new() { Id = companyId, CreatedAt = now };

    /// <param name="name">As the newest news has it, whichever that is.</param>
    public void HearVerified(string? name, long companyVersion)
    {
        Rename(name);
        if (companyVersion > CompanyVersion)
        {
            (Status, ClosedOn, CompanyVersion) = (IssuerStatus.Open, null, companyVersion);
        }
    }

    /// <summary>It raises nothing until it is verified again; what was paid to it may still be recorded.</summary>
    public void HearVerificationRevoked(long companyVersion)
    {
        Touch();
        if (companyVersion > CompanyVersion)
        {
            (Status, CompanyVersion) = (IssuerStatus.Closed, companyVersion);
        }
    }

    /// <inheritdoc cref="HearVerified"/>
    public void Rename(string? name)
    {
        Touch();
        Name = name;
    }

    public void HearLiquidated(DateOnly on, long companyVersion)
    {
        Touch();
        if (companyVersion > CompanyVersion)
        {
            (Status, ClosedOn, CompanyVersion) = (IssuerStatus.Closed, on, companyVersion);
        }
    }

    /// <summary>Refuses with 409 where the company may not raise money any more.</summary>
    public void RequireOpen()
    {
        if (Status != IssuerStatus.Open)
        {
            throw Closed();
        }
    }

    /// <summary>
    /// Refuses with 409 a payment to a company that was gone by then; what was paid before may still be recorded.
    /// </summary>
    public void RequireAlive(DateOnly on)
    {
        if (Status == IssuerStatus.Closed && on > ClosedOn)
        {
            throw Closed();
        }
    }

    private DomainException Closed()
    {
        return ClosedOn is null
            ? CompanyReplica.Refuse("issuerClosed", $"The verification of the company {Id} was revoked.")
            : CompanyReplica.Refuse("issuerClosed", $"The company {Id} was liquidated on {ClosedOn:yyyy-MM-dd}.");
    }
}
