using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Technopark.Architecture.Tests.Reading;

/// <summary>A parsed C# file.</summary>
internal sealed record SourceFile(string Path, SyntaxNode Tree, int Lines)
{
    public static SourceFile Parse(string path, string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), path);
        return new SourceFile(path, tree.GetRoot(), text.TrimEnd().Split('\n').Length);
    }

    public IEnumerable<BaseTypeDeclarationSyntax> Types => Tree.DescendantNodes().OfType<BaseTypeDeclarationSyntax>();

    public string At(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
