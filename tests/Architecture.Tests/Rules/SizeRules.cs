using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Technopark.Architecture.Tests.Rules;

/// <summary>Sizes in lines. A method counts from its name to its last brace, with all that is inside.</summary>
internal static class SizeRules
{
    public const int FileP90 = 120;
    public const int FileMost = 250;
    public const int MethodP90 = 30;
    public const int MethodMost = 60;

    public static IEnumerable<string> LongFiles(IEnumerable<SourceFile> files) =>
        Exceeding([.. files.Select(file => (file.Path, file.Lines))], FileP90, FileMost);

    public static IEnumerable<string> LongMethods(IEnumerable<SourceFile> files) =>
        Exceeding([.. files.SelectMany(Methods)], MethodP90, MethodMost);

    private static IEnumerable<(string At, int Lines)> Methods(SourceFile file)
    {
        var bodies = file.Tree.DescendantNodes().Where(node =>
            node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax);
        foreach (var body in bodies)
        {
            yield return (file.At(body), Lines(body, body));
        }

        var main = file.Tree.ChildNodes().OfType<GlobalStatementSyntax>().ToArray();
        if (main.Length > 0)
        {
            yield return (file.At(main[0]), Lines(main[0], main[^1]));
        }
    }

    private static int Lines(SyntaxNode first, SyntaxNode last) =>
        last.GetLocation().GetLineSpan().EndLinePosition.Line
        - Start(first).GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>Where a declaration begins after its attributes.</summary>
    private static SyntaxToken Start(SyntaxNode node) =>
        node.ChildNodesAndTokens().SkipWhile(child => child.AsNode() is AttributeListSyntax).First() is var first
            && first.IsToken
            ? first.AsToken()
            : first.AsNode()!.GetFirstToken();

    private static IEnumerable<string> Exceeding((string At, int Lines)[] measured, int p90, int most)
    {
        foreach (var (at, lines) in measured.Where(one => one.Lines > most))
        {
            yield return $"{at} has {lines} lines, {most} at most";
        }

        var lengths = measured.Select(one => one.Lines).Order().ToArray();
        if (lengths.Length > 0 && lengths[(int)Math.Ceiling(lengths.Length * 0.9) - 1] is var found && found > p90)
        {
            yield return $"one in ten has {found} lines or more, {p90} would do";
        }
    }
}
