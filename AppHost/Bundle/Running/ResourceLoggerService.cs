using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A line a resource wrote to its console.</summary>
/// <param name="LineNumber">Counted from 1.</param>
/// <param name="Content">Begins with the time it was written.</param>
/// <param name="IsErrorMessage">Written to the error stream.</param>
public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);

/// <summary>Keeps the last lines of every resource's console, over restarts of its process.</summary>
public sealed class ResourceLoggerService
{
    private readonly ConcurrentDictionary<string, Backlog> _backlogs = [];

    /// <summary>The lines there are.</summary>
    /// <param name="resourceName">The name of a replica.</param>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName)
    {
        await Task.CompletedTask;
        yield return Of(resourceName).Lines();
    }

    internal async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(
        string resourceName, [EnumeratorCancellation] CancellationToken ct)
    {
        var (lines, channel) = Of(resourceName).Subscribe();
        try
        {
            yield return lines;
            await foreach (var line in channel.Reader.ReadAllAsync(ct))
            {
                yield return [line];
            }
        }
        finally
        {
            Of(resourceName).Unsubscribe(channel);
        }
    }

    internal void Add(string resourceName, string content, bool isError) => Of(resourceName).Add(content, isError);

    private Backlog Of(string resourceName) => _backlogs.GetOrAdd(resourceName, _ => new Backlog());

    private sealed class Backlog
    {
        private const int Capacity = 2000;

        private readonly Lock _lock = new();
        private readonly Queue<LogLine> _lines = new();
        private readonly List<Channel<LogLine>> _readers = [];
        private int _count;

        public void Add(string content, bool isError)
        {
            lock (_lock)
            {
                var line = new LogLine(++_count, content, isError);
                _lines.Enqueue(line);
                if (_lines.Count > Capacity)
                {
                    _lines.Dequeue();
                }

                _readers.ForEach(reader => reader.Writer.TryWrite(line));
            }
        }

        public IReadOnlyList<LogLine> Lines()
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }

        public (IReadOnlyList<LogLine> Lines, Channel<LogLine> Further) Subscribe()
        {
            lock (_lock)
            {
                var channel = Channel.CreateUnbounded<LogLine>();
                _readers.Add(channel);
                return ([.. _lines], channel);
            }
        }

        public void Unsubscribe(Channel<LogLine> channel)
        {
            lock (_lock)
            {
                _readers.Remove(channel);
            }
        }
    }
}
