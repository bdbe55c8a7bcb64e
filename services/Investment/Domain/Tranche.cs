namespace Technopark.Investment.Domain;

/// <summary>Whether a payment counts.</summary>
internal enum TrancheStatus
{
    Paid,
    Reversed,
}

/// <summary>What the payment document says.</summary>
/// <param name="Fx">The rate of the day; null for roubles.</param>
internal sealed record Payment(Money Amount, DateOnly PaidOn, string Evidence, ExchangeRate? Fx);

/// <summary>Money of a commitment that arrived. It is never edited: a wrong one is reversed, once.</summary>
internal sealed class Tranche : StatefulRoot
{
    private static readonly StateMachine<TrancheStatus> States = new StateMachine<TrancheStatus>()
        .Allow("reverse", TrancheStatus.Reversed, TrancheStatus.Paid);

    private Tranche()
    {
    }

    public Guid CommitmentId { get; private init; }

    public Guid RoundId { get; private init; }

    public Guid CompanyId { get; private init; }

    public Guid InvestorId { get; private init; }

    public InvestmentClass Class { get; private init; }

    public TrancheStatus Status { get; private set; }

    public Money Amount { get; private init; }

    /// <summary>The amount in roubles, frozen with the rate of the day.</summary>
    public Money RubAmount { get; private init; }

    public decimal? FxRate { get; private init; }

    public DateOnly? FxDate { get; private init; }

    public string? FxSource { get; private init; }

    public DateOnly PaidOn { get; private init; }

    public string Evidence { get; private init; } = "";

    public DateTimeOffset? ReversedAt { get; private set; }

    /// <summary>Why it was reversed.</summary>
    public string? Reason { get; private set; }

    public string[] Allowed => States.ActionsFrom(Status);

    public static Tranche Pay(
        Commitment commitment, Round round, Issuer issuer, Payment payment, DateTimeOffset now, DateOnly today)
    {
        payment.PaidOn.RequireNotAfter(today, "paidOn");
        if (payment.Fx?.Date > payment.PaidOn)
        {
            throw DomainException.Field("fx.date", "The rate is of the day of payment or the last one before it.");
        }

        var roubles = Roubles.Of(payment.Amount, payment.Fx);
        issuer.RequireAlive(payment.PaidOn);
        commitment.Pay(round, payment.Amount);
        var tranche = new Tranche
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            CommitmentId = commitment.Id,
            RoundId = commitment.RoundId,
            CompanyId = commitment.CompanyId,
            InvestorId = commitment.InvestorId,
            Class = commitment.Class,
            Amount = payment.Amount,
            RubAmount = roubles,
            FxRate = payment.Fx?.Rate,
            FxDate = payment.Fx?.Date,
            FxSource = payment.Fx?.Source,
            PaidOn = payment.PaidOn,
            Evidence = payment.Evidence,
        };
        tranche.Raise(new TranchePaid(
            tranche.Id, tranche.CommitmentId, tranche.RoundId, tranche.CompanyId, tranche.InvestorId, tranche.Class,
            tranche.Amount, tranche.RubAmount, payment.Fx, tranche.PaidOn, tranche.Evidence));
        return tranche;
    }

    public void Reverse(Commitment commitment, Round round, string reason, DateTimeOffset now)
    {
        Status = States.Next(Status, "reverse");
        (Reason, ReversedAt) = (reason, now);
        commitment.TakeBack(round, Amount);
        Raise(new TrancheReversed(Id, CommitmentId, RoundId, CompanyId, RubAmount, reason));
    }
}
