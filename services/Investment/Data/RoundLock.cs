using Microsoft.EntityFrameworkCore;
using Technopark.Investment.Domain;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Http;

namespace Technopark.Investment.Data;

/// <summary>Whoever changes what belongs to a round holds the round: two payments never decide at the same time.</summary>
internal static class RoundLock
{
    /// <summary>Loads a round that nobody else changes until the transaction ends.</summary>
    /// <exception cref="ServiceException">404.</exception>
    public static Task<Round> LockOr404Async(this DbSet<Round> rounds, Guid id, CancellationToken ct) =>
        rounds.FromSql($"select *, xmin from rounds where id = {id} for update").FindOr404Async(id, ct);

    /// <summary>Locks the round that a commitment is in; what is read of the commitment before the lock may be old.</summary>
    /// <exception cref="ServiceException">404 for the commitment.</exception>
    public static async Task<Round> LockRoundOfAsync(this InvestmentDb db, Guid commitmentId, CancellationToken ct)
    {
        var roundId = await db.Commitments.Where(commitment => commitment.Id == commitmentId)
            .Select(commitment => (Guid?)commitment.RoundId).FirstOrDefaultAsync(ct);
        return await db.Rounds.LockOr404Async(roundId ?? throw CentreDbExtensions.NotFound<Commitment>(commitmentId), ct);
    }

    /// <summary>Locks the round that a tranche is in.</summary>
    /// <exception cref="ServiceException">404 for the tranche.</exception>
    public static async Task<Round> LockRoundOfTrancheAsync(this InvestmentDb db, Guid trancheId, CancellationToken ct)
    {
        var roundId = await db.Tranches.Where(tranche => tranche.Id == trancheId)
            .Select(tranche => (Guid?)tranche.RoundId).FirstOrDefaultAsync(ct);
        return await db.Rounds.LockOr404Async(roundId ?? throw CentreDbExtensions.NotFound<Tranche>(trancheId), ct);
    }
}
