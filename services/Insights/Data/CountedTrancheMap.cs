namespace Technopark.Insights.Data;

internal sealed class CountedTrancheMap : IEntityTypeConfiguration<CountedTranche>
{
    /// <summary>
    /// What attracted investment is, said once for the figure and for what is behind it: paid and not reversed, not the
    /// founders' own money, into a company with a residency, on or after the day its first residency began.
    /// </summary>
    public const string Sql = """
        select t.id as tranche_id, t.company_id, t.class, t.rub_amount, t.amount, t.currency, t.paid_on, t.evidence,
               t.paid_event_id as event_id,
               (select c.name from company_replica c where c.id = t.company_id) as company_name
        from tranche t
        join (select company_id, min(started_on) as since from residency
              where started_on is not null group by company_id) r
            on r.company_id = t.company_id and t.paid_on >= r.since
        where t.reversed_event_id is null and t.class <> 'OwnFunds'
        """;

    public void Configure(EntityTypeBuilder<CountedTranche> builder) => builder.HasNoKey().ToSqlQuery(Sql);
}
