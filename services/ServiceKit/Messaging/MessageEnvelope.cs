using System.Globalization;
using RabbitMQ.Client;

namespace Technopark.ServiceKit.Messaging;

/// <summary>The names of the headers, and how an event becomes an AMQP message.</summary>
internal static class MessageEnvelope
{
    public const string Source = "cloudEvents:source";
    public const string Type = "cloudEvents:type";
    public const string Time = "cloudEvents:time";
    public const string CompanyId = "cloudEvents:companyid";
    public const string Subject = "cloudEvents:subject";
    public const string CorrelationId = "cloudEvents:correlationid";
    public const string Traceparent = "traceparent";

    /// <summary>Headers by which MassTransit knows the message's type and continues its trace.</summary>
    private const string MassTransitType = "MT-MessageType";
    private const string MassTransitActivity = "MT-Activity-Id";

    public static BasicProperties PropertiesOf(EventRecord envelope)
    {
        var type = EventTypes.Find(envelope.Type);
        var headers = new Dictionary<string, object?>
        {
            ["cloudEvents:specversion"] = "1.0",
            ["cloudEvents:id"] = envelope.Id.ToString(),
            [Source] = $"/technopark/{envelope.Type.Split('.')[1]}",
            [Type] = envelope.Type,
            [Subject] = envelope.Subject,
            [Time] = envelope.Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        };
        Add(headers, CompanyId, envelope.CompanyId);
        Add(headers, CorrelationId, envelope.CorrelationId);
        Add(headers, "cloudEvents:causationid", envelope.CausationId);
        Add(headers, "cloudEvents:sequence", envelope.Sequence?.ToString("D20", CultureInfo.InvariantCulture));
        Add(headers, Traceparent, envelope.Traceparent);
        Add(headers, MassTransitActivity, envelope.Traceparent);
        Add(headers, MassTransitType, type is null ? null : $"urn:message:{type.Namespace}:{type.Name}");
        return new BasicProperties
        {
            Headers = headers,
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = envelope.Id.ToString(),
            CorrelationId = envelope.CorrelationId,
            Timestamp = new AmqpTimestamp(envelope.Time.ToUnixTimeSeconds()),
        };
    }

    private static void Add(Dictionary<string, object?> headers, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            headers[name] = value;
        }
    }
}
