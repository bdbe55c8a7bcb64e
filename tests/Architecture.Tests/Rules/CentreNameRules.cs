using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Technopark.Architecture.Tests.Rules;

/// <summary>
/// A centre is named once: where the park is put together. Elsewhere its name stands in what is its own, and everything
/// that is about centres in general asks the park, or looks at the folders. Words in sentences are no names.
/// </summary>
/// <param name="centres">Registry, Clusters ….</param>
/// <param name="contracts">Types that all may know, whatever word is in them.</param>
internal sealed class CentreNameRules(IReadOnlyCollection<string> centres, IReadOnlySet<string> contracts)
{
    /// <summary>Where a centre is named by right, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Exceptions = new Dictionary<string, string>
    {
        ["AppHost/AppHost.cs"] = "the park is put together here",
        ["AppHost/Technopark.AppHost.csproj"] = "its projects",
        ["services/Insights/"] = "its read models are made of what every other centre says",
        ["services/Portal/"] = "its pages show what one centre knows",
        ["tests/"] = "a test, a story of the demo and a benchmark are about somebody; lists are found there too",
    };

    public static readonly CentreNameRules OfTheHouse = new(
        [.. Repository.Projects.Where(project => project is { IsCentre: true, ShortName: not "Identity" })
            .Select(project => project.ShortName)],
        Repository.Sources.Where(file => file.Path.IsIn("services/Contracts/")).SelectMany(file => file.Types)
            .Select(type => type.Identifier.Text).ToHashSet());

    // What all tests stand on is about no centre.
    private static readonly string[] Nevertheless = ["tests/TestKit/", "tests/ParkClient/"];

    private const int List = 3;

    /// <summary>Names outside what is a centre's own and outside the exceptions.</summary>
    public IEnumerable<string> Strays(SourceFile file) => IsException(file.Path) ? [] :
        from token in file.Tree.DescendantTokens()
        from centre in centres.Where(centre => !IsOwn(file.Path, centre) && Names(token, centre))
        select $"{file.At(token.Parent!)} names {centre}: {token.ValueText}";

    /// <inheritdoc cref="Strays(SourceFile)"/>
    public IEnumerable<string> Strays(string path, string text) => IsException(path) ? [] :
        from centre in centres.Where(centre => !IsOwn(path, centre) && IsIn(text, centre, RegexOptions.IgnoreCase))
        select $"{path} names {centre}";

    /// <summary>Collections and attributes that are a second list of the centres: no exception allows them.</summary>
    public IEnumerable<string> Lists(SourceFile file) => file.Path == "AppHost/AppHost.cs" ? [] :
        from node in file.Tree.DescendantNodes()
        where node is CollectionExpressionSyntax or InitializerExpressionSyntax or MethodDeclarationSyntax
        let within = node is MethodDeclarationSyntax method ? method.AttributeLists.AsEnumerable<SyntaxNode>() : [node]
        let words = within.SelectMany(part => part.DescendantTokens()).Select(token => token.ValueText)
        let named = centres.Where(centre => words.Contains(centre, StringComparer.OrdinalIgnoreCase)).ToArray()
        where named.Length >= List
        select $"{file.At(node)} lists {string.Join(", ", named)}";

    private static bool IsException(string path) =>
        Exceptions.Keys.Any(path.IsIn) && !Nevertheless.Any(path.IsIn);

    private static bool IsOwn(string path, string centre) => path.IsIn($"services/{centre}/")
        || path.IsIn($"services/Contracts/{centre}/") || path.IsIn($"tests/{centre}.Tests/");

    private bool Names(SyntaxToken token, string centre) => token.Kind() switch
    {
        // With _ between its words the name of a test is a sentence.
        SyntaxKind.IdentifierToken => !token.ValueText.Contains('_', StringComparison.Ordinal)
            && token.ValueText.HasWord(centre) && !IsOfContracts(token),
        SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken =>
            IsIn(token.ValueText, centre, RegexOptions.IgnoreCase),
        _ => false,
    };

    private bool IsOfContracts(SyntaxToken token) => contracts.Contains(token.ValueText)
        || token.Parent?.AncestorsAndSelf().OfType<QualifiedNameSyntax>().Any(name =>
            name.ToString().StartsWith("Technopark.Contracts.", StringComparison.Ordinal)) == true;

    /// <summary>In a path, a key, a type of events or alone; a word after a space is one of a sentence.</summary>
    private static bool IsIn(string text, string centre, RegexOptions options) =>
        Regex.IsMatch(text, $"""(?:^|[/.:='"]){centre}(?:$|[/.:='"_-])""", options);
}
