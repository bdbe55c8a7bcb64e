using MassTransit;
using Microsoft.EntityFrameworkCore;
using Technopark.Contracts.Registry;
using Technopark.Investment.Data;
using Technopark.Investment.Domain;

namespace Technopark.Investment.Reactions;

/// <summary>A company that is no more raises nothing: its rounds end, promises lapse, what was paid stays.</summary>
internal sealed class WhenCompanyLiquidated(InvestmentDb db, TimeProvider clock) : IConsumer<CompanyLiquidated>
{
    public async Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var (fact, ct) = (context.Message, context.CancellationToken);
        var issuer = await db.IssuerOfAsync(fact.CompanyId, clock, ct);
        issuer.HearLiquidated(fact.LiquidatedOn, fact.Version);
        var rounds = await db.LockRoundsOfCompanyAsync(fact.CompanyId, ct);
        foreach (var round in rounds.Where(round => round.Status is RoundStatus.Planned or RoundStatus.Open))
        {
            round.End(fact.LiquidatedOn);
        }

        var unpaid = await db.Commitments
            .Where(commitment => commitment.CompanyId == fact.CompanyId
                && (commitment.Status == CommitmentStatus.Indicated || commitment.Status == CommitmentStatus.Committed
                    || commitment.Status == CommitmentStatus.Called))
            .ToListAsync(ct);
        unpaid.ForEach(commitment => commitment.Withdraw(
            rounds.Single(round => round.Id == commitment.RoundId), "The company was liquidated."));
    }
}
