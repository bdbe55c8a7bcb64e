namespace Technopark.Investment.Domain;

/// <summary>Where a round stands.</summary>
internal enum RoundStatus
{
    Planned,
    Open,
    Closed,
    Cancelled,
}

/// <summary>A company raises money, all of it in the currency of the target, so that its sums are sums.</summary>
internal sealed class Round : StatefulRoot
{
    private static readonly StateMachine<RoundStatus> States = new StateMachine<RoundStatus>()
        .Allow("open", RoundStatus.Open, RoundStatus.Planned)
        .Allow("commit", RoundStatus.Open, RoundStatus.Open)
        .Allow("close", RoundStatus.Closed, RoundStatus.Open)
        .Allow("cancel", RoundStatus.Cancelled, RoundStatus.Planned, RoundStatus.Open);

    private Round()
    {
    }

    public Guid CompanyId { get; private init; }

    public string Name { get; private init; } = "";

    public Instrument Instrument { get; private init; }

    public RoundStatus Status { get; private set; }

    public Money Target { get; private init; }

    /// <summary>The most that is taken, in the currency of the target; null where an older version planned.</summary>
    public decimal? HardCap { get; private init; }

    /// <summary>Sum of the commitments that are not withdrawn.</summary>
    public Money Committed { get; private set; }

    /// <summary>Sum of the tranches that are not reversed.</summary>
    public Money Paid { get; private set; }

    public DateOnly? OpenedOn { get; private set; }

    /// <summary>Date of closing or cancelling.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public string[] Allowed => States.ActionsFrom(Status);

    /// <param name="hardCap">In the target's currency, and not below it.</param>
    public static Round Plan(
        Issuer issuer, string name, Instrument instrument, Money target, Money hardCap, DateTimeOffset now)
    {
        RequireFits(hardCap, target);
        issuer.RequireOpen();
        var round = new Round
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            CompanyId = issuer.Id,
            Name = name,
            Instrument = instrument,
            Target = target,
            HardCap = hardCap.Amount,
            Committed = target with { Amount = 0 },
            Paid = target with { Amount = 0 },
        };
        round.Touch();
        return round;
    }

    public void Open(Issuer issuer, DateOnly on, DateOnly today)
    {
        Status = States.Next(Status, "open");
        issuer.RequireOpen();
        on.RequireNotAfter(today, "openedOn");
        OpenedOn = on;
        Raise(new RoundOpened(Id, CompanyId, Name, Instrument.Class(), Target, on));
    }

    public void Close(DateOnly on, DateOnly today)
    {
        Status = States.Next(Status, "close");
        if (on < OpenedOn)
        {
            throw DomainException.Field("closedOn", $"The round was opened later: on {OpenedOn:yyyy-MM-dd}.");
        }

        on.RequireNotAfter(today, "closedOn");
        ClosedOn = on;
        Raise(new RoundClosed(Id, CompanyId, on));
    }

    /// <summary>Gives the round up before any money came; its commitments are to be withdrawn with it.</summary>
    public void Cancel(DateOnly on)
    {
        if (Paid.Amount > 0)
        {
            throw new DomainException(
                Refusal.Conflict, "roundHasPayments",
                $"{Paid} of the round are paid: close it, or reverse the tranches first.");
        }

        End(on);
    }

    /// <summary>Cancels the round of a company that is no more; what was paid stays.</summary>
    public void End(DateOnly on)
    {
        var wasOpen = Status == RoundStatus.Open;
        Status = States.Next(Status, "cancel");
        ClosedOn = on < OpenedOn ? OpenedOn : on;
        if (wasOpen)
        {
            Raise(new RoundClosed(Id, CompanyId, ClosedOn.Value));
        }
        else
        {
            Touch();
        }
    }

    /// <summary>Counts a new commitment in.</summary>
    /// <exception cref="DomainException">409 exceedsHardCap.</exception>
    public void Commit(Money amount, RoundRules rules)
    {
        States.Next(Status, "commit");
        if (amount.Currency != Target.Currency)
        {
            throw DomainException.Field("amount.currency", $"The round raises {Target.Currency}.");
        }

        var left = CapBy(rules).Amount - Committed.Amount;
        Committed = amount.Amount <= left
            ? Committed with { Amount = Committed.Amount + amount.Amount }
            : throw new DomainException(
                Refusal.Conflict, "exceedsHardCap",
                $"The round takes {CapBy(rules)} at most, and {Target with { Amount = Math.Max(left, 0) }} are left.");
        Touch();
    }

    /// <summary>The most that is taken.</summary>
    public Money CapBy(RoundRules rules) =>
        HardCap is { } cap ? Target with { Amount = cap } : rules.HardCapOf(Target);

    /// <summary>Counts a withdrawn commitment out.</summary>
    public void Release(Money amount)
    {
        Committed = Committed with { Amount = Committed.Amount - amount.Amount };
        Touch();
    }

    /// <summary>Counts a payment in, or out again with a negative amount.</summary>
    public void CountPaid(decimal amount)
    {
        Paid = Paid with { Amount = Paid.Amount + amount };
        Touch();
    }

    private static void RequireFits(Money hardCap, Money target)
    {
        if (hardCap.Currency != target.Currency)
        {
            throw DomainException.Field("hardCap.currency", $"The round raises {target.Currency}.");
        }

        if (hardCap.Amount < target.Amount)
        {
            throw DomainException.Field("hardCap", "A hard cap is the target or more.");
        }
    }
}
