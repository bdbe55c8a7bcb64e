namespace Technopark.Architecture.Tests.Rules;

/// <summary>What the pages for people name must be there.</summary>
internal static partial class DocsRules
{
    private static readonly string[] Folders = ["AppHost", "ServiceDefaults", "docs", "gateway", "services", "tests"];

    public static readonly IReadOnlyList<string> Pages = [.. Repository.Files.Where(path =>
        path == "README.md" || (path.IsIn("docs/") && path.EndsWith(".md", StringComparison.Ordinal)))];

    /// <summary>Links that lead nowhere and paths in backticks that no file of the repository has.</summary>
    /// <param name="files">Every file of the repository, relative to its root.</param>
    /// <param name="headings">The headings of a page, for links into it.</param>
    public static IEnumerable<string> Broken(
        string page, string text, IReadOnlyCollection<string> files, Func<string, IEnumerable<string>> headings)
    {
        var prose = Fenced().Replace(text, "");
        var links =
            from Match link in Link().Matches(prose)
            let parts = link.Groups[1].Value.Split('#')
            let target = parts[0].Length == 0 ? page : Resolve(page, parts[0])
            where !Exists(target, files) || (parts.Length > 1 && !headings(target).Select(Anchor).Contains(parts[1]))
            select $"{page} links to {link.Groups[1].Value}";
        var paths =
            from Match quoted in Quoted().Matches(prose)
            let path = quoted.Groups[1].Value
            where IsPath(path) ? !Exists(path, files) : IsFileName(path) && !files.Any(file => NameOf(file) == path)
            select $"{page} names {path}";
        return links.Concat(paths);
    }

    /// <summary>None where a file is no page.</summary>
    public static IEnumerable<string> HeadingsOf(string file) => file.EndsWith(".md", StringComparison.Ordinal)
        ? Heading().Matches(Fenced().Replace(Repository.Read(file), "")).Select(match => match.Groups[1].Value.Trim())
        : [];

    private static bool IsPath(string text) => PathShape().IsMatch(text) && Folders.Contains(text.Split('/')[0]);

    private static string NameOf(string file) => file[(file.LastIndexOf('/') + 1)..];

    private static bool IsFileName(string text) => FileShape().IsMatch(text);

    /// <summary>A folder is there where a file is in it; <c>&lt;Centre&gt;</c> stands for any name.</summary>
    private static bool Exists(string path, IReadOnlyCollection<string> files)
    {
        var shape = new Regex($"^{Placeholder().Replace(Regex.Escape(path.TrimEnd('/')), "[^/]+")}(/|$)");
        return files.Any(shape.IsMatch);
    }

    private static string Resolve(string page, string link) =>
        Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(page)!, link)));

    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"^```.*?^```\r?$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"\]\((?!https?:|mailto:)([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^[\w.<>-]+(/[\w.<>-]+)+/?$|^\w+/$")]
    private static partial Regex PathShape();

    [GeneratedRegex(@"^[A-Z][\w.]*\.(cs|csproj|md|props|razor|sln|txt)$")]
    private static partial Regex FileShape();

    [GeneratedRegex("<[^/>]+>")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
