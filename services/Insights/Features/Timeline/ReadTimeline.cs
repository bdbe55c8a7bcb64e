namespace Technopark.Insights.Features.Timeline;

internal static class ReadTimeline
{
    public static void Map(RouteGroupBuilder companies) => companies.MapGet("/{id:guid}/timeline", HandleAsync)
        .WithName("GetTimeline").WithSummary("A company's way through the chain, latest first");

    private static async Task<Page<EntryView>> HandleAsync(
        Guid id, [AsParameters] Paging paging, InsightsDb db, CancellationToken ct)
    {
        var page = await db.Mentions
            .AsNoTracking()
            .Where(mention => mention.CompanyId == id)
            .Join(
                db.Timeline, mention => mention.EventId, entry => entry.EventId,
                (mention, entry) => new { mention.RecordedAt, mention.EventId, Entry = entry })
            .PageAsync(
                paging, new { id }, mention => mention.RecordedAt, mention => mention.EventId, descending: true,
                mention => mention.Entry, ct);
        if (page.Items.Count == 0 && !await db.IsKnownAsync(id, ct))
        {
            throw CentreDbExtensions.NotFound<CompanyReplica>(id);
        }

        var companies = await db.NamesOfCompaniesAsync(page.Items.Select(entry => entry.CompanyId), ct);
        return new([.. page.Items.Select(entry => EntryView.Of(entry, companies))], page.Next);
    }
}
