using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Technopark.Architecture.Tests.Rules;

/// <summary>
/// A rule never looks through somebody's eyes. The sets of a context show what the caller may see; what a use case
/// counts or looks up it reads from <c>Every</c>, or says <c>IgnoreQueryFilters</c>.
/// </summary>
internal static class EyesRules
{
    private static readonly HashSet<string> Looks =
    [
        "AnyAsync", "AllAsync", "CountAsync", "LongCountAsync", "SumAsync", "MinAsync", "MaxAsync", "SingleAsync",
        "SingleOrDefaultAsync", "FirstAsync", "FirstOrDefaultAsync", "ToListAsync", "ToArrayAsync",
        "ToDictionaryAsync", "FindOr404Async",
    ];

    // These load the thing that the caller asks for by its address: they are to see what the caller sees. What is
    // shown, what is kept about people and what the model says is read elsewhere than in rules.
    private static readonly string[] Shown = ["Read", "List", "Stream", "Headline", "Locks", "Suggestions"];
    private static readonly string[] Kept = ["OfPeople.cs", "Db.cs", "Map.cs"];

    public static bool HoldsFor(string path)
    {
        var file = path.Split('/')[^1];
        return path.IsIn("services/") && (path.Contains("/Features/", StringComparison.Ordinal)
                || path.Contains("/Data/", StringComparison.Ordinal))
            && !path.IsIn("services/ServiceKit/") && !path.IsIn("services/Identity/")
            && !Shown.Any(file.IsIn) && !Kept.Any(end => file.EndsWith(end, StringComparison.Ordinal));
    }

    /// <summary>Looks at what only the caller sees: <c>db.Residencies.CountAsync(…)</c>.</summary>
    public static IEnumerable<string> Violations(SourceFile file) =>
        from call in Asked(file)
        where !IsOfTheAddress(call)
        let chain = ChainOf(call).ToArray()
        where chain is [.., IdentifierNameSyntax { Identifier.Text: "db" }, MemberAccessExpressionSyntax]
            && !call.ToString().Contains("IgnoreQueryFilters", StringComparison.Ordinal)
        select $"{file.At(call)} looks through the caller's eyes: {chain[^1]}";

    /// <summary>Every question that a rule asks the database, allowed or not.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Asked(SourceFile file) =>
        file.Tree.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call =>
            call.Expression is MemberAccessExpressionSyntax look && Looks.Contains(look.Name.Identifier.Text));

    /// <summary>The thing itself, by the id of its address, is found or is not there for the caller.</summary>
    private static bool IsOfTheAddress(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "FindOr404Async" }
        && call.ArgumentList.Arguments[0].Expression is IdentifierNameSyntax;

    /// <summary>From the last call down to the context and the set that is asked.</summary>
    private static IEnumerable<SyntaxNode> ChainOf(ExpressionSyntax call)
    {
        var node = call;
        while (true)
        {
            switch (node)
            {
                case InvocationExpressionSyntax invoked:
                    node = invoked.Expression;
                    break;
                case MemberAccessExpressionSyntax member when member.Expression is IdentifierNameSyntax root:
                    if (member.Parent is not InvocationExpressionSyntax)
                    {
                        yield return root;
                        yield return member;
                    }

                    yield break;
                case MemberAccessExpressionSyntax member:
                    node = member.Expression;
                    break;
                default:
                    yield break;
            }
        }
    }
}
