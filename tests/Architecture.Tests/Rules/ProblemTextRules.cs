using System.Xml.Linq;

namespace Technopark.Architecture.Tests.Rules;

/// <summary>Whatever a problem says has its Russian, and nothing else has.</summary>
internal static partial class ProblemTextRules
{
    private const string Resource = "Resources/Problems.ru.resx";
    private static readonly string[] Shared = ["ServiceDefaults", "ServiceKit"];

    /// <summary>What each project says, by its short name.</summary>
    public static ILookup<string, (string At, string Words)> Said(IEnumerable<Project> projects) => projects
        .SelectMany(project => Said(project.ShortName, project.Compiled()))
        .ToLookup(said => said.Project, said => (said.At, said.Words));

    /// <summary>The Russian of a project, under the English words.</summary>
    public static Dictionary<string, string> RussianOf(Project project)
    {
        var path = $"{project.Folder}/{Resource}";
        return Repository.Files.Contains(path) ? Read(Repository.Read(path)) : [];
    }

    public static Dictionary<string, string> Read(string resource) => XDocument.Parse(resource).Descendants("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    /// <summary>Words without Russian, and words that the code puts together before they are a text.</summary>
    public static IEnumerable<string> Untranslated(
        string project, IEnumerable<(string At, string Words)> said,
        IReadOnlyDictionary<string, Dictionary<string, string>> russian)
    {
        // What Contracts says is told by the kit, which reads it.
        var known = Shared.Append(project).SelectMany(name => russian.GetValueOrDefault(name, []).Keys).ToHashSet();
        return from text in said
               where HasWords(text.Words) && !known.Contains(text.Words)
               select $"{project}: {text.At} says “{text.Words}”, which {Resource} does not have";
    }

    /// <summary>Russian that nothing says, and Russian with other values or no Russian letter.</summary>
    public static IEnumerable<string> Strays(
        IReadOnlyDictionary<string, Dictionary<string, string>> russian, IReadOnlySet<string> said) =>
        from project in russian
        from text in project.Value
        where !said.Contains(text.Key) || !PlacesIn(text.Value).IsSubsetOf(PlacesIn(text.Key))
            || !Cyrillic().IsMatch(text.Value)
        select $"{project.Key}: “{text.Key}” is said nowhere, or its Russian does not fit: “{text.Value}”";

    private static IEnumerable<(string Project, string At, string Words)> Said(string name, AssemblyDefinition compiled)
    {
        foreach (var (at, words) in SaidTexts.Of(compiled).Concat(RuleTexts.Of(compiled)))
        {
            yield return (name, at, words);
        }

        foreach (var (at, words) in RuleTexts.KindsOfDependents(compiled))
        {
            yield return ("Registry", at, words);
        }
    }

    private static bool HasWords(string words) =>
        words == SaidTexts.NoLiteral || Place().Replace(words, "").Any(char.IsLetter);

    private static HashSet<string> PlacesIn(string words) => [.. Place().Matches(words).Select(place => place.Value)];

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();

    [GeneratedRegex("[А-Яа-яЁё]")]
    private static partial Regex Cyrillic();
}
