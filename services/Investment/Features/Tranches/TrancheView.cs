using System.Globalization;

namespace Technopark.Investment.Features.Tranches;

/// <summary>A tranche as the API shows it.</summary>
/// <param name="RubAmount">The amount in roubles, to the kopeck.</param>
/// <param name="Fx">The frozen rate; null for roubles.</param>
/// <param name="Reason">Why it was reversed.</param>
/// <param name="Allowed">What may be done with it now.</param>
internal sealed record TrancheView(
    Guid Id, Guid CommitmentId, Guid RoundId, string? RoundName, Guid CompanyId, string? CompanyName, Guid InvestorId,
    string? InvestorName, InvestmentClass Class, TrancheStatus Status, Money Amount, Money RubAmount,
    TrancheView.FxView? Fx, DateOnly PaidOn, string Evidence, DateTimeOffset CreatedAt,
    DateTimeOffset? ReversedAt, string? Reason, string[] Allowed)
{
    /// <param name="Rate">Roubles for one unit of the currency, a decimal number in a string.</param>
    internal sealed record FxView(string Rate, DateOnly Date, string Source);

    public static TrancheView Of(Tranche tranche) => new(
        tranche.Id, tranche.CommitmentId, tranche.RoundId, tranche.NameOf(tranche.RoundId), tranche.CompanyId,
        tranche.NameOf(tranche.CompanyId), tranche.InvestorId, tranche.NameOf(tranche.InvestorId), tranche.Class,
        tranche.Status, tranche.Amount, tranche.RubAmount, FxOf(tranche), tranche.PaidOn, tranche.Evidence,
        tranche.CreatedAt, tranche.ReversedAt, tranche.Reason, tranche.ForCaller(tranche.Allowed));

    private static FxView? FxOf(Tranche tranche) =>
        tranche is { FxRate: { } rate, FxDate: { } date, FxSource: { } source }
        ? new FxView(rate.ToString("0.0000####", CultureInfo.InvariantCulture), date, source)
        : null;
}
