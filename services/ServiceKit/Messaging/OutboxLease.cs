using Npgsql;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// The right to publish from one database: a session-level advisory lock on a connection that only listens. When it
/// breaks, the lock is gone and <see cref="Lost"/> says so. Replicas without it wake the holder by NOTIFY.
/// </summary>
internal sealed class OutboxLease : IAsyncDisposable
{
    private const string Channel = "outbox";
    private const long LockKey = 0x6f7574626f78;

    private readonly NpgsqlConnection _connection;
    private readonly CancellationTokenSource _lost;
    private readonly Task _listening;

    private OutboxLease(NpgsqlConnection connection, OutboxSignal signal, CancellationToken ct)
    {
        _connection = connection;
        _lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _connection.Notification += (_, _) => signal.Wake();
        _listening = ListenAsync();
    }

    public CancellationToken Lost => _lost.Token;

    /// <summary>Takes the lease, or answers null while another process has it.</summary>
    public static async Task<OutboxLease?> TryTakeAsync(
        NpgsqlDataSource unpooled, OutboxSignal signal, CancellationToken ct)
    {
        var connection = await unpooled.OpenConnectionAsync(ct);
        try
        {
            await using var take = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection)
            {
                Parameters = { new() { Value = LockKey } },
            };
            if (await take.ExecuteScalarAsync(ct) is true)
            {
                await using var listen = new NpgsqlCommand($"listen {Channel}", connection);
                await listen.ExecuteNonQueryAsync(ct);
                return new OutboxLease(connection, signal, ct);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Wakes whoever holds the lease.</summary>
    public static async Task WakeHolderAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var notify = database.CreateCommand($"notify {Channel}");
        await notify.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _lost.CancelAsync();
        await _listening;
        await _connection.DisposeAsync();
        _lost.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                await _connection.WaitAsync(_lost.Token);
            }
        }
        catch (Exception)
        {
            // Whatever ended the connection ended the lock with it.
            await _lost.CancelAsync();
        }
    }
}
