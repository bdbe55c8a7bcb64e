using MassTransit;
using Technopark.Contracts.Investment;

namespace Technopark.Insights.EventHandlers;

internal sealed class TranchePaidHandler(InsightsDb db) : IConsumer<TranchePaid>
{
    public Task Consume(ConsumeContext<TranchePaid> context)
    {
        var paid = context.Message;
        return db.Database.ExecuteSqlAsync($"""
            insert into tranche (id, company_id, round_id, commitment_id, rub_amount,
                investor_id, class, amount, currency, paid_on, evidence, paid_event_id)
            values ({paid.TrancheId}, {paid.CompanyId}, {paid.RoundId}, {paid.CommitmentId}, {paid.RubAmount.Amount},
                {paid.InvestorId}, {paid.Class.ToString()}, {paid.Amount.Amount}, {paid.Amount.Currency}, {paid.PaidOn},
                {paid.Evidence}, {context.MessageId})
            on conflict (id) do update set
                investor_id = excluded.investor_id, class = excluded.class, amount = excluded.amount,
                currency = excluded.currency, paid_on = excluded.paid_on, evidence = excluded.evidence,
                paid_event_id = excluded.paid_event_id;
            notify headline
            """, context.CancellationToken);
    }
}
