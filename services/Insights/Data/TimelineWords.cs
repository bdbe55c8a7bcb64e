using Technopark.ServiceKit.PersonalData;

namespace Technopark.Insights.Data;

/// <summary>The timeline keeps events as they were told: of an erased company, without their words.</summary>
internal sealed class TimelineWords(InsightsDb db) : IWordsOfCompanies
{
    public async Task EraseAsync(Guid company, CancellationToken ct)
    {
        foreach (var entry in await db.Every<TimelineEntry>().Where(entry => entry.CompanyId == company)
            .ToListAsync(ct))
        {
            db.Entry(entry).Property(told => told.Data).CurrentValue = EventWords.Erase(entry.Type, entry.Data);
        }
    }
}
