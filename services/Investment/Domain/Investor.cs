namespace Technopark.Investment.Domain;

/// <summary>Who an investor is.</summary>
internal enum InvestorKind
{
    Fund,
    Angel,
    Corporate,
    StateBody,
    Bank,
    University,

    /// <summary>A founder who pays in; such money is never counted as attracted.</summary>
    Founder,
}

/// <summary>Somebody who puts money into the park's companies.</summary>
internal sealed class Investor : AggregateRoot
{
    private Investor()
    {
    }

    public string Name { get; private set; } = "";

    public InvestorKind Kind { get; private init; }

    /// <summary>
    /// The person who acts for it; where there is none, it is the park's own record, and any investor may commit by it.
    /// </summary>
    public Guid? OwnerId { get; private init; }

    public static Investor Register(string name, InvestorKind kind, Guid? owner, DateTimeOffset now)
    {
        var investor = new Investor
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            Name = name,
            Kind = kind,
            OwnerId = owner,
        };
        investor.Touch();
        return investor;
    }

    /// <summary>Who entered it has been erased: a person's own name goes, a fund's or a body's stays.</summary>
    public void Forget()
    {
        Name = Kind is InvestorKind.Angel or InvestorKind.Founder ? "" : Name;
        Touch();
    }
}
