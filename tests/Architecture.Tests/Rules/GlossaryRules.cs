using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Technopark.Architecture.Tests.Rules;

/// <summary>Names that were given up for better ones, as the glossary's column "instead of" lists them.</summary>
internal static partial class GlossaryRules
{
    /// <summary>Those of this park's glossary.</summary>
    public static readonly string[] Given = [.. OldNames(Repository.Read("docs/glossary.md"))];

    /// <summary>The old names of the tables that have that column.</summary>
    public static IEnumerable<string> OldNames(string page)
    {
        var isListed = false;
        foreach (var line in page.Split('\n'))
        {
            var isHead = line.TrimEnd(' ', '|').EndsWith("instead of", StringComparison.Ordinal);
            isListed = line.StartsWith('|') && (isListed || isHead);
            if (isListed && line.TrimEnd().TrimEnd('|').Split('|') is [.., var last])
            {
                foreach (Match name in Quoted().Matches(last))
                {
                    yield return name.Groups[1].Value;
                }
            }
        }
    }

    /// <summary>Where a file brings an old name back. Names of tests are sentences and are left alone.</summary>
    public static IEnumerable<string> Returned(SourceFile file, IReadOnlyCollection<string> oldNames)
    {
        var fileName = Path.GetFileNameWithoutExtension(file.Path);
        return oldNames.Where(old => old == fileName || (IsWord(old) && HasWord(fileName, old)))
            .Select(old => $"{file.Path} is named {old}")
            .Concat(
                from token in file.Tree.DescendantTokens()
                where token.IsKind(SyntaxKind.IdentifierToken) && IsDeclared(token)
                where !token.Text.Contains('_', StringComparison.Ordinal) || token.Text[0] == '_'
                from old in oldNames
                where IsOld(token, old)
                select $"{file.At(token.Parent!)} {token.Text}: the glossary has another word for {old}");
    }

    private static bool IsOld(SyntaxToken token, string old) => old.Split('.') switch
    {
        [var type, var member] => token.Text == member && token.Parent is not BaseTypeDeclarationSyntax
            && token.Parent!.Ancestors().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text == type,
        _ when IsWord(old) => HasWord(token.Text, old),
        _ => token.Text == old && token.Parent is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax,
    };

    private static bool IsDeclared(SyntaxToken token) =>
        token.Parent is MemberDeclarationSyntax or VariableDeclaratorSyntax
        or ParameterSyntax or LocalFunctionStatementSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax
        or TypeParameterSyntax;

    private static bool IsWord(string old) => old.StartsWith('*');

    private static bool HasWord(string name, string old) => name.HasWord(old.Trim('*'));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
