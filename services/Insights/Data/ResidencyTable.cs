namespace Technopark.Insights.Data;

/// <summary>Writes how a residency ended.</summary>
internal static class ResidencyTable
{
    public static Task EndResidencyAsync(
        this InsightsDb db, Guid id, Guid companyId, Guid programmeId, DateOnly endedOn, ResidencyOutcome outcome,
        CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""
            insert into residency (id, company_id, programme_id, ended_on, outcome)
            values ({id}, {companyId}, {programmeId}, {endedOn}, {outcome.ToString()})
            on conflict (id) do update set ended_on = excluded.ended_on, outcome = excluded.outcome
            """, ct);
}
