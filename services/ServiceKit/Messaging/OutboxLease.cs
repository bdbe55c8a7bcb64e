using Npgsql;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// The right to publish from one database: a row that its holder renews, with a number that grows with each holder.
/// Who is frozen loses it within seconds, and what it does afterwards under its old number changes nothing. An advisory
/// lock was held until TCP gave the frozen process up. Replicas without the lease wake the holder by NOTIFY.
/// </summary>
internal sealed class OutboxLease : IAsyncDisposable
{
    private const string Channel = "outbox";
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(1.5);

    /// <summary>Tells operators which process it is.</summary>
    private static readonly string Holder = $"{Environment.MachineName}/{Environment.ProcessId}";

    private readonly NpgsqlDataSource _database;
    private readonly NpgsqlConnection _listener;
    private readonly CancellationTokenSource _lost;
    private readonly Task _kept;

    private OutboxLease(
        NpgsqlDataSource database, NpgsqlConnection listener, (long Fence, long Published, long Sequence) held,
        CancellationToken ct)
    {
        (_database, _listener) = (database, listener);
        (Fence, Published, Sequence) = held;
        _lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _kept = Task.WhenAll(ListenAsync(), RenewAsync());
    }

    public long Fence { get; }

    /// <summary>
    /// The last event that is published or charged with its refusal. Written down when the lease is renewed or given
    /// back: with each event it would be one more commit, on the row that numbers them. After a crash those since then
    /// are sent once more.
    /// </summary>
    public long Published { get; set; }

    /// <summary>The last event of the log.</summary>
    public long Sequence { get; set; }

    public CancellationToken Lost => _lost.Token;

    /// <summary>Takes the lease, or answers null while another process has it.</summary>
    public static async Task<OutboxLease?> TryTakeAsync(
        NpgsqlDataSource database, NpgsqlDataSource unpooled, WakeUp committed, CancellationToken ct)
    {
        if (await TakeAsync(database, ct) is not { } held)
        {
            return null;
        }

        var listener = await unpooled.OpenConnectionAsync(ct);
        listener.Notification += (_, _) => committed.Wake();
        return new OutboxLease(database, listener, held, ct);
    }

    /// <summary>Wakes whoever holds the lease.</summary>
    public static async Task WakeHolderAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var notify = database.CreateCommand($"notify {Channel}");
        await notify.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Gives the lease back: the next holder need not wait for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _lost.CancelAsync();
        await _kept;
        await _listener.DisposeAsync();
        _lost.Dispose();
        try
        {
            await using var release = _database.CreateCommand(
                "update publisher set expires_at = '-infinity', published = $2 where fence = $1")
                .With(Fence, Published);
            await release.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // It ends by itself.
        }
    }

    private static async Task<(long Fence, long Published, long Sequence)?> TakeAsync(
        NpgsqlDataSource database, CancellationToken ct)
    {
        await using var take = database.CreateCommand("""
            update publisher set fence = fence + 1, holder = $2, expires_at = clock_timestamp() + $1
            where expires_at < clock_timestamp()
            returning fence, published, sequence
            """).With(Term, Holder);
        await using var reader = await take.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) : null;
    }

    private async Task ListenAsync()
    {
        try
        {
            await using (var listen = new NpgsqlCommand($"listen {Channel}", _listener))
            {
                await listen.ExecuteNonQueryAsync(_lost.Token);
            }

            while (true)
            {
                await _listener.WaitAsync(_lost.Token);
            }
        }
        catch (Exception)
        {
            await _lost.CancelAsync();
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(RenewEvery, TimeProvider.System, _lost.Token);
                await using var renew = _database.CreateCommand("""
                    update publisher set expires_at = clock_timestamp() + $2, published = $3 where fence = $1
                    """).With(Fence, Term, Published);
                if (await renew.ExecuteNonQueryAsync(_lost.Token) == 0)
                {
                    throw new LeaseLostException();
                }
            }
        }
        catch (Exception)
        {
            await _lost.CancelAsync();
        }
    }
}
