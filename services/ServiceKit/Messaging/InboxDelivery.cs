using System.Diagnostics;
using MassTransit;

namespace Technopark.ServiceKit.Messaging;

/// <summary>One message on its way through the inbox; its consumer waits for <see cref="Done"/>.</summary>
internal abstract class InboxDelivery(ConsumeContext context, string type)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid MessageId { get; } = context.MessageId
        ?? throw new InvalidOperationException("A message without an id cannot be told from its duplicates.");

    /// <summary>Messages with one key are never committed together: the second must see what the first did.</summary>
    public string Key { get; } = Header(context, MessageEnvelope.CompanyId) ?? Header(context, MessageEnvelope.Subject)
        ?? "";

    public CausationContext Causation { get; } =
        new(context.MessageId, context.CorrelationId ?? context.MessageId, type);

    /// <summary>It failed before, and would take others with it once more.</summary>
    public bool IsRetried { get; } = context.GetRetryAttempt() > 0;

    public Activity? Activity { get; } = Activity.Current;

    public CancellationToken Cancelled { get; } = context.CancellationToken;

    public Task Done => _done.Task;

    /// <summary>Runs every handler of this message; nothing is saved yet.</summary>
    public abstract Task HandleAsync(IServiceProvider services);

    public void Succeed() => _done.TrySetResult();

    public void Fail(Exception e) => _done.TrySetException(e);

    private static string? Header(ConsumeContext context, string name) =>
        context.ReceiveContext.TransportHeaders.Get<string>(name);
}

internal sealed class InboxDelivery<T>(ConsumeContext<T> context) : InboxDelivery(context, EventTypes.NameOf(typeof(T)))
    where T : class
{
    public override async Task HandleAsync(IServiceProvider services)
    {
        foreach (var handler in services.GetServices<IConsumer<T>>())
        {
            await handler.Consume(context);
        }
    }
}
