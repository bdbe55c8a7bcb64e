using System.Diagnostics;

namespace Technopark.TestKit;

/// <summary>Counts the statements that reach the database for requests of one trace.</summary>
internal sealed class StatementCount : IDisposable
{
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ActivityListener _listener;
    private int _statements;

    public StatementCount()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> asked) => asked.Parent.TraceId == _trace
                ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = activity => Interlocked.Add(ref _statements, activity.TraceId == _trace ? 1 : 0),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Header of a request that is to be counted.</summary>
    public string Traceparent => $"00-{_trace}-{ActivitySpanId.CreateRandom()}-01";

    public int Statements => Volatile.Read(ref _statements);

    public void Dispose() => _listener.Dispose();
}
