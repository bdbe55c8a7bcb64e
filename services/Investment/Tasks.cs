using Technopark.ServiceKit.Tasks;

namespace Technopark.Investment;

/// <summary>What on the venture market waits for whom.</summary>
internal static class Tasks
{
    private static readonly TaskThing<InvestmentDb, Round> Rounds = new(
        _ => round => round.Name, round => round.CompanyId);

    private static readonly TaskThing<InvestmentDb, Commitment> Commitments = new(
        db => commitment => db.Rounds.Where(round => round.Id == commitment.RoundId)
            .Select(round => round.Name).FirstOrDefault(),
        commitment => commitment.CompanyId);

    /// <summary>Days are assumed; an operator sets others.</summary>
    public static TaskRule[] Table { get; } =
    [
        Rounds.Waits(
            "OpenRound", Turn.Park, [RoundStatus.Planned], days: 30, "noCommitments",
            when: (db, _) => round => db.Issuers.Any(issuer => issuer.Id == round.CompanyId
                && issuer.Status == IssuerStatus.Open)),
        Rounds.Waits("CloseRound", Turn.Park, [RoundStatus.Open], days: 180, "roundStaysOpen", tellDaysBefore: 30),
        Commitments.Waits("CallCommitment", Turn.Park, [CommitmentStatus.Committed], days: 30, "notPaid"),
        Commitments.Waits(
            "PayTranche", Turn.Park, [CommitmentStatus.Called, CommitmentStatus.PartlyPaid], days: 14, "notPaid"),
    ];
}
