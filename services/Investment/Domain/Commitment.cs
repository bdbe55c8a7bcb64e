namespace Technopark.Investment.Domain;

/// <summary>Where a commitment stands.</summary>
internal enum CommitmentStatus
{
    Committed,
    Called,
    PartlyPaid,
    Paid,
    Withdrawn,
}

/// <summary>
/// Money that an investor promised in a round. Every payment and reversal changes this row too, so that two of them at
/// once cannot exceed it.
/// </summary>
internal sealed class Commitment : StatefulRoot
{
    private static readonly StateMachine<CommitmentStatus> States = new StateMachine<CommitmentStatus>()
        .Allow("call", CommitmentStatus.Called, CommitmentStatus.Committed)
        .Allow(
            "pay", CommitmentStatus.PartlyPaid,
            CommitmentStatus.Committed, CommitmentStatus.Called, CommitmentStatus.PartlyPaid)
        .Allow("withdraw", CommitmentStatus.Withdrawn, CommitmentStatus.Committed, CommitmentStatus.Called);

    private Commitment()
    {
    }

    public Guid RoundId { get; private init; }

    public Guid CompanyId { get; private init; }

    public Guid InvestorId { get; private init; }

    /// <summary>The person who made it.</summary>
    public Guid MadeBy { get; private init; }

    /// <summary>Class of the money: the instrument's, except that a founder pays own funds.</summary>
    public InvestmentClass Class { get; private init; }

    public CommitmentStatus Status { get; private set; }

    public Money Amount { get; private init; }

    /// <summary>Sum of the tranches that are not reversed.</summary>
    public Money Paid { get; private set; }

    public DateTimeOffset? CalledAt { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? Reason { get; private set; }

    public string[] Allowed => States.ActionsFrom(Status);

    public static Commitment Make(
        Round round, Investor investor, Money amount, Guid madeBy, RoundRules rules, DateTimeOffset now)
    {
        round.Commit(amount, rules);
        var commitment = new Commitment
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            RoundId = round.Id,
            CompanyId = round.CompanyId,
            InvestorId = investor.Id,
            MadeBy = madeBy,
            Class = investor.Kind == InvestorKind.Founder ? InvestmentClass.OwnFunds : round.Instrument.Class(),
            Status = CommitmentStatus.Committed,
            Amount = amount,
            Paid = amount with { Amount = 0 },
        };
        commitment.Raise(new CommitmentMade(commitment.Id, round.Id, round.CompanyId, investor.Id, amount));
        return commitment;
    }

    /// <summary>Asks the investor to pay.</summary>
    public void Call(DateTimeOffset now)
    {
        Status = States.Next(Status, "call");
        CalledAt = now;
        Touch();
    }

    public void Withdraw(Round round, string? reason)
    {
        Status = States.Next(Status, "withdraw");
        Reason = reason;
        round.Release(Amount);
        Touch();
    }

    /// <summary>Counts a payment in. All payments together are the commitment at most.</summary>
    public void Pay(Round round, Money payment)
    {
        if (payment.Currency != Amount.Currency)
        {
            throw DomainException.Field("amount.currency", $"The commitment is in {Amount.Currency}.");
        }

        var open = Amount.Amount - Paid.Amount;
        if (payment.Amount > open)
        {
            throw new DomainException(
                Refusal.Conflict, "exceedsCommitment",
                $"Of {Amount} only {Amount with { Amount = open }} are open, {payment} were to be paid.");
        }

        var next = States.Next(Status, "pay");
        Status = payment.Amount == open ? CommitmentStatus.Paid : next;
        CountPaid(round, payment.Amount);
    }

    /// <summary>Takes a payment out again; it was recorded in error.</summary>
    public void TakeBack(Round round, Money payment)
    {
        CountPaid(round, -payment.Amount);
        Status = Paid.Amount > 0 ? CommitmentStatus.PartlyPaid
            : CalledAt is not null ? CommitmentStatus.Called
            : CommitmentStatus.Committed;

        // Nothing paid and nothing to pay for: the commitment goes the way that the round's others went.
        if (Paid.Amount == 0 && round.Status == RoundStatus.Cancelled)
        {
            Withdraw(round, "The round was cancelled.");
        }
    }

    private void CountPaid(Round round, decimal amount)
    {
        Paid = Paid with { Amount = Paid.Amount + amount };
        round.CountPaid(amount);
        Touch();
    }
}
