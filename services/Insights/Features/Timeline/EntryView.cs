using System.Text.Json;

namespace Technopark.Insights.Features.Timeline;

/// <summary>One event in a company's timeline.</summary>
/// <param name="Type">The event's short name, for example companyVerified.</param>
/// <param name="Service">The centre that said it.</param>
/// <param name="RecordedAt">When it was written, UTC.</param>
/// <param name="TraceId">Trace of the request that led to it.</param>
/// <param name="Subject">The aggregate that it changed.</param>
/// <param name="Version">Version of the aggregate after it.</param>
/// <param name="CompanyId">The company that it is about: another one where this company is the other side.</param>
/// <param name="Data">The event.</param>
internal sealed record EntryView(
    string Type, string Service, DateTimeOffset RecordedAt, Guid EventId, string? TraceId, Guid Subject, long Version,
    Guid? CompanyId, string? CompanyName, Summary Summary, JsonElement Data)
{
    /// <param name="companies">Names of companies by their ids.</param>
    public static EntryView Of(TimelineEntry entry, IReadOnlyDictionary<Guid, string?> companies)
    {
        var parts = entry.Type.Split('.');
        var data = JsonElement.Parse(entry.Data);

        // An event that these contracts do not know any more is shown by the name within its type.
        var (name, summary) = EventTypes.Find(entry.Type) is { } type
            ? (EventTypes.ShortNameOf(type),
                Summaries.Of((IntegrationEvent)data.Deserialize(type, ContractJson.Options)!))
            : (parts[2], new Summary(parts[2], parts[2]));
        return new EntryView(
            name, parts[1], entry.RecordedAt, entry.EventId, entry.TraceId, entry.Subject, entry.Version,
            entry.CompanyId, entry.CompanyId is { } company ? companies[company] : null, summary, data);
    }
}
