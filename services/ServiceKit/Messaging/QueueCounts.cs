namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// Counts what is in the queues, over a connection of its own: a broker that blocks publishing does not answer on the
/// connection that publishes.
/// </summary>
internal sealed class QueueCounts(IServiceProvider services, SubscribedEvents heard, CentreInfo centre)
    : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly RabbitMqPublisher _broker = ActivatorUtilities.CreateInstance<RabbitMqPublisher>(services);

    /// <summary>Messages that wait and those that are dead; null where the broker does not say so in time.</summary>
    public async Task<(long? Waiting, long? Dead)> FindAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return (await _broker.CountAsync(heard.QueuesOf(centre), limit.Token),
                await _broker.CountAsync([centre.DeadQueue], limit.Token));
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return (null, null);
        }
    }

    public ValueTask DisposeAsync() => _broker.DisposeAsync();
}
