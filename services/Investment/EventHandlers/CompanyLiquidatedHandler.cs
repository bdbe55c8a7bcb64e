using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.Investment.EventHandlers;

/// <summary>A company that is no more raises nothing: its rounds end, promises lapse, what was paid stays.</summary>
internal sealed class CompanyLiquidatedHandler(InvestmentDb db, TimeProvider clock) : IConsumer<CompanyLiquidated>
{
    public async Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        var issuer = await db.IssuerOfAsync(message.CompanyId, clock, ct);
        issuer.HearLiquidated(message.LiquidatedOn, message.Version);
        var rounds = await db.LockRoundsOfCompanyAsync(message.CompanyId, ct);
        foreach (var round in rounds.Where(round => round.Status is RoundStatus.Planned or RoundStatus.Open))
        {
            round.End(message.LiquidatedOn);
        }

        var unpaid = await db.Commitments
            .Where(commitment => commitment.CompanyId == message.CompanyId
                && (commitment.Status == CommitmentStatus.Committed
                    || commitment.Status == CommitmentStatus.Called))
            .ToListAsync(ct);
        unpaid.ForEach(commitment => commitment.Withdraw(
            rounds.Single(round => round.Id == commitment.RoundId), "The company was liquidated."));
    }
}
