using MassTransit;
using Technopark.Contracts.Investment;

namespace Technopark.Insights.EventHandlers;

internal sealed class TrancheReversedHandler(InsightsDb db) : IConsumer<TrancheReversed>
{
    public Task Consume(ConsumeContext<TrancheReversed> context)
    {
        var reversed = context.Message;
        return db.Database.ExecuteSqlAsync($"""
            insert into tranche (id, company_id, round_id, commitment_id, rub_amount, reversed_event_id)
            values ({reversed.TrancheId}, {reversed.CompanyId}, {reversed.RoundId}, {reversed.CommitmentId},
                {reversed.RubAmount.Amount}, {context.MessageId})
            on conflict (id) do update set reversed_event_id = excluded.reversed_event_id;
            notify headline
            """, context.CancellationToken);
    }
}
