using System.Diagnostics;
using MassTransit;
using MassTransit.Context;

namespace Technopark.ServiceKit.Messaging;

/// <summary>The only handlers that an event of a feed is given to: the others are known to have had it.</summary>
internal sealed record MissedBy(IReadOnlyList<string> Handlers);

/// <summary>An event as JSON, after its words were taken away.</summary>
internal sealed record WordlessBody(string Json);

/// <summary>One message on its way through the inbox; its consumer waits for <see cref="Done"/>.</summary>
/// <param name="handlers">Names of all that hear its type.</param>
internal abstract class InboxDelivery(ConsumeContext context, string type, IReadOnlyList<string> handlers)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid MessageId { get; } = context.MessageId
        ?? throw new InvalidOperationException("A message without an id cannot be told from its duplicates.");

    /// <summary>Messages with one key are never committed together: the second must see what the first did.</summary>
    public string Key { get; } = Header(context, MessageEnvelope.CompanyId) ?? Header(context, MessageEnvelope.Subject)
        ?? "";

    /// <summary>The company that it is about; null where it is about none.</summary>
    public Guid? Company { get; } = Guid.TryParse(Header(context, MessageEnvelope.CompanyId), out var id) ? id : null;

    /// <summary>The company was a person who has been erased: no handler sees what the event says in words.</summary>
    public bool IsWordless { get; set; }

    public CausationContext Causation { get; } =
        new(context.MessageId, context.CorrelationId ?? context.MessageId, type);

    /// <summary>It failed before, and would take others with it once more.</summary>
    public bool IsRetried { get; } = context.GetRetryAttempt() > 0;

    public Activity? Activity { get; } = Activity.Current;

    public CancellationToken Cancelled { get; } = context.CancellationToken;

    /// <summary>Those that it is for.</summary>
    public IReadOnlyList<string> Handlers { get; } =
        context.TryGetPayload<MissedBy>(out var missed) ? missed.Handlers : handlers;

    public Task Done => _done.Task;

    /// <summary>Runs these handlers of this message; nothing is saved yet.</summary>
    public abstract Task HandleAsync(IServiceProvider services, IReadOnlySet<string> names);

    public void Succeed() => _done.TrySetResult();

    public void Fail(Exception e) => _done.TrySetException(e);

    private static string? Header(ConsumeContext context, string name) =>
        context.ReceiveContext.TransportHeaders.Get<string>(name);
}

internal sealed class InboxDelivery<T>(ConsumeContext<T> context, IReadOnlyList<string> handlers)
    : InboxDelivery(context, EventTypes.NameOf(typeof(T)), handlers)
    where T : class
{
    public override async Task HandleAsync(IServiceProvider services, IReadOnlySet<string> names)
    {
        var heard = IsWordless ? EraseWords() : context;
        foreach (var handler in services.GetServices<IConsumer<T>>())
        {
            if (names.Contains(SubscribedEvents.NameOf(handler.GetType())))
            {
                await handler.Consume(heard);
            }
        }
    }

    private MessageConsumeContext<T> EraseWords()
    {
        var body = EventWords.Erase(EventTypes.NameOf(typeof(T)), EventHeaders.BodyOf(context));
        context.AddOrUpdatePayload(() => new WordlessBody(body), _ => new WordlessBody(body));
        return new(context, JsonSerializer.Deserialize<T>(body, ContractJson.Options)!);
    }
}
