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
                mention => EntryView.Of(mention.Entry), ct);
        return page.Items.Count > 0 || await db.IsKnownAsync(id, ct)
            ? page : throw CentreDbExtensions.NotFound<CompanyReplica>(id);
    }
}
