using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Technopark.ServiceKit.Messaging;

/// <summary>The one connection on which this process publishes: each publish is confirmed by the broker.</summary>
internal sealed partial class RabbitMqPublisher(
    IConfiguration configuration, CentreInfo centre, ILogger<RabbitMqPublisher> log) : IAsyncDisposable
{
    private const int UnconfirmedAtMost = 1000;

    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly ConcurrentDictionary<string, bool> _declared = [];
    private IConnection? _connection;
    private IChannel? _channel;

    /// <summary>The broker takes nothing for now: its memory or disk is short.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>The connection is open; a channel that is not was closed by what went over it.</summary>
    public bool IsConnected => _connection is { IsOpen: true };

    public static Uri AddressFrom(IConfiguration configuration) => new(configuration.GetConnectionString("rabbitmq")
        ?? throw new InvalidOperationException(
            "ConnectionStrings:rabbitmq is not set: the broker's address, amqp://user:password@host:port."));

    /// <summary>An open channel. Throws when the broker is not there; the next call tries again.</summary>
    public async Task<IChannel> OpenAsync(CancellationToken ct)
    {
        if (_channel is { IsOpen: true } open)
        {
            return open;
        }

        await _opening.WaitAsync(ct);
        try
        {
            if (_channel is { IsOpen: true } opened)
            {
                return opened;
            }

            await EndAsync();
            var factory = new ConnectionFactory
            {
                Uri = AddressFrom(configuration),
                ClientProvidedName = $"{centre.Name} outbox",
                AutomaticRecoveryEnabled = false,
                RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
            };
            _connection = await factory.CreateConnectionAsync(ct);
            _connection.ConnectionBlockedAsync += (_, blocked) => SetBlocked(true, blocked.Reason);
            _connection.ConnectionUnblockedAsync += (_, _) => SetBlocked(false, "");
            _channel = await _connection.CreateChannelAsync(new CreateChannelOptions(
                publisherConfirmationsEnabled: true,
                publisherConfirmationTrackingEnabled: true,
                outstandingPublisherConfirmationsRateLimiter: new ThrottlingRateLimiter(UnconfirmedAtMost)), ct);
            LogConnected(log, factory.HostName, factory.Port);
            return _channel;
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Another channel of the same connection, for what may close its channel.</summary>
    public async Task<IChannel> OpenAnotherAsync(CancellationToken ct)
    {
        await OpenAsync(ct);
        return await _connection!.CreateChannelAsync(cancellationToken: ct);
    }

    /// <summary>Makes sure that an event's exchange exists: publishing to none would close the channel.</summary>
    /// <exception cref="OperationInterruptedException">The event belongs to another service.</exception>
    public async Task DeclareExchangeAsync(string type, CancellationToken ct)
    {
        await OpenAsync(ct);
        if (!_declared.ContainsKey(type))
        {
            await using var channel = await OpenAnotherAsync(ct);
            await channel.ExchangeDeclareAsync(
                type, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: ct);
            _declared.TryAdd(type, true);
        }
    }

    /// <summary>Lets an exchange of one's own get every message of an event type.</summary>
    /// <returns>False where the event has no exchange yet and only its owner may make it.</returns>
    public async Task<bool> TryBindAsync(string own, string type, CancellationToken ct)
    {
        try
        {
            await BindAsync(own, type, ct);
            return true;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            // Where all share one user, whoever comes first makes it.
        }

        try
        {
            await DeclareExchangeAsync(type, ct);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.AccessRefused)
        {
            return false;
        }

        await BindAsync(own, type, ct);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _opening.Dispose();
    }

    private async Task BindAsync(string own, string type, CancellationToken ct)
    {
        await using var channel = await OpenAnotherAsync(ct);
        await channel.ExchangeBindAsync(own, type, routingKey: "", cancellationToken: ct);
    }

    /// <summary>Ends the connection with all that is under way on it: nothing is sent that nobody waits for.</summary>
    public async Task CloseAsync()
    {
        await _opening.WaitAsync();
        try
        {
            await EndAsync();
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task EndAsync()
    {
        _declared.Clear();
        IsBlocked = false;
        try
        {
            await (_channel?.DisposeAsync() ?? ValueTask.CompletedTask);
            await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogCloseFailed(log, e);
        }

        (_channel, _connection) = (null, null);
    }

    private Task SetBlocked(bool blocked, string reason)
    {
        IsBlocked = blocked;
        LogBlocked(log, blocked, reason);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker blocks publishing: {Blocked} {Reason}")]
    private static partial void LogBlocked(ILogger logger, bool blocked, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Publishing through the broker at {Host}:{Port}")]
    private static partial void LogConnected(ILogger logger, string host, int port);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Closing a broken connection to the broker failed")]
    private static partial void LogCloseFailed(ILogger logger, Exception e);
}
