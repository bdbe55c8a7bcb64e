using System.Reflection;
using MassTransit;
using Technopark.ServiceKit.Messaging;

namespace Technopark.Insights.EventHandlers;

/// <summary>
/// Hears every event of the contracts, those of later centres too, and puts each into the timelines of its companies.
/// </summary>
internal sealed class TimelineProjection<T>(InsightsDb db) : IConsumer<T>
    where T : IntegrationEvent
{
    /// <summary>CompanyId, and the other side's id where an event is about two companies.</summary>
    private static readonly PropertyInfo[] Companies = [.. typeof(T).GetProperties().Where(property =>
        property.Name.EndsWith("CompanyId", StringComparison.Ordinal)
        && (property.PropertyType == typeof(Guid) || property.PropertyType == typeof(Guid?)))];

    public Task Consume(ConsumeContext<T> context)
    {
        var headers = EventHeaders.Of(context);
        db.Add(new TimelineEntry(
            headers.Id, headers.Type, headers.Time, EventTypes.CompanyOf(context.Message), headers.Subject,
            context.Message.Version, headers.TraceId, EventHeaders.BodyOf(context)));
        db.AddRange(Companies.Select(company => company.GetValue(context.Message)).OfType<Guid>().Distinct()
            .Select(company => new TimelineMention(company, headers.Time, headers.Id)));
        return Task.CompletedTask;
    }
}
