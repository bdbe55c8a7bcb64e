namespace Technopark.Terminal;

/// <summary>Counts what the parts of a test run gave, and tells of each when it has ended.</summary>
internal sealed class TestCounts
{
    private readonly Lock _lock = new();
    private readonly List<string> _failed = [];
    private int _passed;
    private int _skipped;

    public int Failed { get; private set; }

    /// <param name="line">What is said of the part.</param>
    /// <param name="details">What the part itself said; shown where something failed.</param>
    public void Add(int passed, int failed, int skipped, string line, string details)
    {
        lock (_lock)
        {
            _passed += passed;
            Failed += failed;
            _skipped += skipped;
            if (failed > 0)
            {
                _failed.Add(line);
                Console.WriteLine(details.TrimEnd());
            }

            Console.WriteLine(line);
        }
    }

    /// <summary>Each part that failed once more, where it is seen, then the counts.</summary>
    public override string ToString() => string.Join('\n', _failed.Append(
        $"{_passed} passed, {Failed} failed{(_skipped == 0 ? "" : $", {_skipped} skipped")}"));
}
