using MassTransit;
using Technopark.Contracts.Incubation;

namespace Technopark.Insights.EventHandlers;

internal sealed class ResidencyStartedHandler(InsightsDb db) : IConsumer<ResidencyStarted>
{
    public Task Consume(ConsumeContext<ResidencyStarted> context)
    {
        var started = context.Message;
        return db.Database.ExecuteSqlAsync($"""
            insert into residency (id, company_id, programme_id, started_on)
            values ({started.ResidencyId}, {started.CompanyId}, {started.ProgrammeId}, {started.StartedOn})
            on conflict (id) do update set started_on = excluded.started_on;
            notify headline
            """, context.CancellationToken);
    }
}
