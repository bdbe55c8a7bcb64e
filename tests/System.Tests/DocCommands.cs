using System.Text.RegularExpressions;

namespace Technopark.SystemTests;

/// <summary>A command of README or <c>docs/</c>.</summary>
/// <param name="Page">Where it stands first.</param>
/// <param name="Line">What a person types; several lines where a backslash joins them.</param>
/// <param name="Output">What the page shows after it; null where it shows nothing.</param>
internal sealed record DocCommand(string Page, string Line, string? Output)
{
    /// <summary>A shown output fits where what is printed is the same; <c>…</c> stands for anything.</summary>
    public bool Fits(string printed)
    {
        var shape = Output is null ? ".*" : Regex.Escape(Output.Trim()).Replace("…", ".*?", StringComparison.Ordinal);
        return Regex.IsMatch(printed.Trim(), $"^{shape}$", RegexOptions.Singleline);
    }
}

/// <summary>The commands in <c>sh</c> blocks of the pages, and the table of those that no test runs.</summary>
internal static partial class DocCommands
{
    private const string Exceptions = "docs/CONTRIBUTING.md";

    private static readonly string[] Programs = ["./technopark", "curl", "dotnet"];

    public static IReadOnlyList<DocCommand> All { get; } =
        [.. Pages().SelectMany(page => In(page, Read(page))).DistinctBy(command => command.Line)];

    /// <summary>Why a command is not run, by the command.</summary>
    public static IReadOnlyDictionary<string, string> NotRun { get; } = ExceptionRow().Matches(Read(Exceptions))
        .ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value.Trim());

    /// <summary>The commands of a page. An output is that of the last command of the block before it.</summary>
    public static IEnumerable<DocCommand> In(string page, string text) =>
        from Match block in ShellBlock().Matches(text)
        let lines = Continued().Replace(block.Groups[1].Value, " ").Split('\n')
            .Select(line => Comment().Replace(line, "").Trim())
            .Where(line => Programs.Contains(line.Split(' ')[0]))
            .ToArray()
        from at in Enumerable.Range(0, lines.Length)
        let isShown = at == lines.Length - 1 && block.Groups[2].Success
        select new DocCommand(page, lines[at], isShown ? block.Groups[2].Value : null);

    private static IEnumerable<string> Pages() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path))
        .Prepend("README.md");

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, page));

    [GeneratedRegex(
        @"^```sh\n(.*?)^```\n(?:\n*```(?:text|json)\n(.*?)^```$)?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@" *\\\n *")]
    private static partial Regex Continued();

    [GeneratedRegex(" +# .*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\| `([^`]+)` \|([^|\n]+)\|$", RegexOptions.Multiline)]
    private static partial Regex ExceptionRow();
}
