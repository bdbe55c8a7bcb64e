using System.Globalization;
using MassTransit;
using Npgsql;
using RabbitMQ.Client;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// The one queue for messages of any type that cannot be consumed here: what puts them there, with the reason, and what
/// gives them back. Headers of the reason are those that MassTransit writes.
/// </summary>
internal sealed class DeadLetters(
    RabbitMqPublisher broker, SubscribedEvents heard, NpgsqlDataSource database, CentreInfo centre, TimeProvider clock)
    : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    /// <summary>No retry could consume it.</summary>
    public const string Failed = "fault";

    /// <summary>It is none of the events that this version hears.</summary>
    public const string NotHeard = "dead-letter";

    /// <summary>It came by an exchange of others: nothing makes it genuine, so it is never given back.</summary>
    public const string Foreign = "foreign-exchange";

    private const string Reason = "MT-Reason";
    private const string Fault = "MT-Fault-";
    private const int LongestText = 4000;

    private readonly HashSet<string> _types = [.. heard.Types.Select(EventTypes.NameOf)];

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await PutAsync(context, Failed, context.Exception.Message, context.Exception);
        await RememberAsync(context.GetMessageId() ?? default, context.CancellationToken);
    }

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        PutAsync(context, NotHeard, "No handler of this queue takes such a message.");

    public void Probe(ProbeContext context) => context.CreateFilterScope("deadLetters");

    /// <summary>Completes when the broker has it there.</summary>
    public async Task PutAsync(ReceiveContext context, string reason, string text, Exception? e = null)
    {
        var message = context.GetPayload<RabbitMqBasicConsumeContext>();
        await PutAsync(
            WithReason(message.Properties, reason, text, e), context.GetBody(), context.CancellationToken);
    }

    /// <summary>An event of a feed that no try could consume.</summary>
    public async Task PutAsync(EventRecord message, Exception e, CancellationToken ct)
    {
        await PutAsync(WithReason(MessageEnvelope.PropertiesOf(message), Failed, e.Message, e), message.Body(), ct);
        await RememberAsync(message.Id, ct);
    }

    /// <summary>Gives each dead message back to the queue of its type, but for those that would die at once.</summary>
    /// <returns>How many went back, and the ids of all that were there.</returns>
    public async Task<(int Moved, IReadOnlyList<Guid> Found)> RedriveAsync(CancellationToken ct)
    {
        var found = new List<Guid>();
        var moved = await broker.MoveAsync(
            centre.DeadQueue,
            dead =>
            {
                found.Add(Guid.TryParse(dead.BasicProperties.MessageId, out var id) ? id : default);
                return WayBackOf(dead);
            },
            ct);
        return (moved, found);
    }

    /// <summary>Where a message of a queue for several types belongs.</summary>
    /// <param name="isGenuine">Whether it came by the exchange of its type's owner, or from the own service.</param>
    public (string Queue, BasicProperties Properties) PlaceOf(IReadOnlyBasicProperties message, bool isGenuine) =>
        (isGenuine, TypeOf(message)) switch
        {
            (false, _) => (centre.DeadQueue, WithReason(message, Foreign, "It came by an exchange of others.")),
            (_, { } type) => (centre.QueueOf(type), WithoutReason(message)),
            _ => (centre.DeadQueue, WithReason(message, NotHeard, "This version does not hear such an event.")),
        };

    private async Task PutAsync(BasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        // Into a queue that is not there nothing can be published, and the broker may have come back empty.
        await broker.DeclareDeadQueueAsync(centre.DeadQueue, ct);
        await broker.SendAsync(centre.DeadQueue, properties, body, ct);
    }

    /// <summary>Found missing in the inbox it would be tried again, and be here twice.</summary>
    private async Task RememberAsync(Guid id, CancellationToken ct)
    {
        try
        {
            await using var remember = database.CreateCommand("""
                insert into inbox (message_id, endpoint, received_at) values ($1, $2, $3)
                on conflict (message_id, endpoint) do update set received_at = excluded.received_at
                """).With(id, centre.DeadQueue, clock.GetUtcNow());
            await remember.ExecuteNonQueryAsync(ct);
        }
        catch (NpgsqlException)
        {
            // Here twice is better than not at all.
        }
    }

    private (string Queue, BasicProperties Properties) WayBackOf(BasicGetResult dead) =>
        dead.BasicProperties.Header(Reason) != Foreign && TypeOf(dead.BasicProperties) is { } type
            ? (centre.QueueOf(type), WithoutReason(dead.BasicProperties))
            : (centre.DeadQueue, new BasicProperties(dead.BasicProperties));

    private string? TypeOf(IReadOnlyBasicProperties message) =>
        message.Header(MessageEnvelope.Type) is { } type && _types.Contains(type) ? type : null;

    private BasicProperties WithReason(
        IReadOnlyBasicProperties message, string reason, string text, Exception? e = null)
    {
        var dead = WithoutReason(message);
        dead.Headers ??= new Dictionary<string, object?>();
        dead.Headers[Reason] = reason;
        dead.Headers[$"{Fault}Message"] = Cut(text);
        dead.Headers[$"{Fault}Timestamp"] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        if (e is not null)
        {
            dead.Headers[$"{Fault}ExceptionType"] = e.GetType().FullName;
            dead.Headers[$"{Fault}StackTrace"] = Cut(e.StackTrace ?? "");
        }

        return dead;
    }

    /// <summary>Nor what the broker counted: the message begins anew.</summary>
    private static BasicProperties WithoutReason(IReadOnlyBasicProperties message) => new(message)
    {
        Headers = message.Headers?
            .Where(header => !header.Key.StartsWith(Fault, StringComparison.Ordinal)
                && !header.Key.StartsWith("x-", StringComparison.Ordinal) && header.Key != Reason)
            .ToDictionary(header => header.Key, header => header.Value),
    };

    private static string Cut(string text) => text.Length > LongestText ? text[..LongestText] : text;
}
