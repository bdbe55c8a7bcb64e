namespace Technopark.Benchmarks;

/// <summary>The one table that a benchmark ends with.</summary>
internal sealed class Table
{
    private readonly List<string[]> _rows = [["what / что", "measured", "reference", "ratio", "aim", "met"]];
    private readonly List<string> _notes = [];

    /// <summary>Something whose reference was measured beside it.</summary>
    /// <param name="aim">Least ratio wanted; null where it is told for orientation only.</param>
    public void Ratio(string what, double measured, double reference, double? aim) => _rows.Add(
    [
        what, Text(measured), Text(reference), Text(measured / reference, "0.00"),
        aim is { } least ? $"≥ {Text(least, "0.0#")}" : "", aim is null ? "" : Met(measured / reference >= aim),
    ]);

    /// <summary>Something that is good when it is small.</summary>
    /// <param name="reference">Measured beside it, where there is one.</param>
    public void AtMost(string what, double measured, double aim, double? reference = null) => _rows.Add(
    [
        what, Text(measured), reference is { } beside ? Text(beside) : "",
        reference is { } by ? Text(measured / by, "0.0") : "",
        $"≤ {Text(aim)}", Met(measured <= aim),
    ]);

    public void Note(string text) => _notes.Add(text);

    public void Print()
    {
        var widths = Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => row[column].Length))
            .ToArray();
        Console.WriteLine();
        foreach (var row in _rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) =>
                column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
        }

        Console.WriteLine();
        _notes.ForEach(Console.WriteLine);
    }

    private static string Met(bool met) => met ? "yes" : "NO";

    private static string Text(double value, string? format = null) =>
        value.ToString(format ?? (value < 100 ? "0.0" : "0"), CultureInfo.InvariantCulture);
}
