namespace Technopark.Benchmarks;

/// <summary>Clients that each send the next request when the last is answered.</summary>
internal static class Load
{
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WarmAtMost = TimeSpan.FromSeconds(120);

    /// <summary>Fresh processes that fill the machine are slow for a minute or more.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(80);

    /// <summary>Asks until it gets no faster: the code must be compiled for good.</summary>
    public static async Task WarmAsync(Func<TimeSpan, Task<double>> rate, TimeSpan atLeast)
    {
        var (best, slower) = (0.0, 0);
        for (var since = Stopwatch.StartNew(); (slower < 2 || since.Elapsed < atLeast) && since.Elapsed < WarmAtMost;)
        {
            var now = await rate(Slice);
            slower = now < best * 1.05 ? slower + 1 : 0;
            best = Math.Max(best, now);
        }
    }

    /// <returns>Requests a second.</returns>
    /// <exception cref="InvalidOperationException">An answer had another status: a failure is not a result.</exception>
    public static async Task<double> PerSecondAsync(
        Uri server, int clients, TimeSpan time, Func<ReadOnlyMemory<byte>> request, int status)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => RawClient.ConnectAsync(server)));
        var since = Stopwatch.StartNew();
        var counts = await Task.WhenAll(connections.Select(connection => Task.Run(async () =>
        {
            using (connection)
            {
                var count = 0;
                while (since.Elapsed < time)
                {
                    var answered = await connection.SendAsync(request());
                    count += answered == status
                        ? 1
                        : throw new InvalidOperationException($"{server} answered {answered}, not {status}.");
                }

                return count;
            }
        })));
        return counts.Sum() / since.Elapsed.TotalSeconds;
    }
}
