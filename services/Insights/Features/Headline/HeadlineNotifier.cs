using System.Text.Json;
using Npgsql;

namespace Technopark.Insights.Features.Headline;

/// <summary>
/// Learns by PostgreSQL's LISTEN that some replica's projection has changed the figure, and computes it once for all
/// who watch here. Only the latest figure is kept: a slow reader misses what lay between.
/// </summary>
internal sealed partial class HeadlineNotifier(
    HeadlineQuery headline, [FromKeyedServices(CentreDb.Unpooled)] NpgsqlDataSource unpooled, TimeProvider clock,
    ILogger<HeadlineNotifier> log) : BackgroundService
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // A new day changes the figure without any event.
    private static readonly TimeSpan Fallback = TimeSpan.FromMinutes(1);

    private volatile TaskCompletionSource _next = NewSource();
    private volatile string _latest = "";

    /// <summary>Take this before <see cref="Latest"/>; it completes with the first change after it was taken.</summary>
    public Task Next => _next.Task;

    /// <summary>The figure as JSON; empty before the first one is known.</summary>
    public string Latest => _latest;

    /// <summary>The present figure as JSON, from the database.</summary>
    public async Task<string> ReadAsync(CancellationToken ct) =>
        JsonSerializer.Serialize(await headline.AsOfAsync(headline.Today, ct), ApiJson.Options);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(log, e.Message);
                await Task.Delay(Patience, clock, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await unpooled.OpenConnectionAsync(ct);
        await using var listen = new NpgsqlCommand("listen headline", connection);
        await listen.ExecuteNonQueryAsync(ct);
        while (true)
        {
            Publish(await ReadAsync(ct));
            if (await connection.WaitAsync(Fallback, ct))
            {
                // Tranches come in bursts: one reading for all that arrive meanwhile.
                await Task.Delay(Gather, clock, ct);
            }
        }
    }

    private void Publish(string figure)
    {
        if (figure != _latest)
        {
            _latest = figure;
            Interlocked.Exchange(ref _next, NewSource()).TrySetResult();
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The headline is not watched for a moment: {Reason}")]
    private static partial void LogInterrupted(ILogger logger, string reason);
}
