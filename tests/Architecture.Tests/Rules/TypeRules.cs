using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Technopark.Architecture.Tests.Rules;

/// <summary>How types are declared and named, read from the source.</summary>
internal static class TypeRules
{
    private static readonly SyntaxKind[] Closed =
        [SyntaxKind.SealedKeyword, SyntaxKind.StaticKeyword, SyntaxKind.AbstractKeyword];

    private static readonly HashSet<string> EmptyWords =
        ["Helper", "Helpers", "Manager", "Managers", "Common", "Base", "Util", "Utils"];

    // What others compile against is public, and may be open: that is its purpose. So is what components take, which
    // the compiler makes public.
    private static readonly string[] PublicByPurpose =
    [
        "services/Client/", "services/Contracts/", "services/ServiceKit/", "services/Portal/Parts/",
        "services/Portal/Texts.cs", "ServiceDefaults/", "tests/",
    ];

    /// <summary>Classes that others could inherit or use without that being meant.</summary>
    public static IEnumerable<string> OpenTypes(SourceFile file) =>
        from type in file.Types
        where !PublicByPurpose.Any(file.Path.IsIn)
        where type.Identifier.Text != "Program" // the compiler's own name for top-level statements
        let modifiers = type.Modifiers.Select(modifier => modifier.Kind()).ToHashSet()
        let isPublic = type.Parent is not BaseTypeDeclarationSyntax && modifiers.Contains(SyntaxKind.PublicKeyword)
        let isOpen = IsClass(type) && !modifiers.Overlaps(Closed)
        where isPublic || isOpen
        select $"{file.At(type)} {type.Identifier.Text} is {(isPublic ? "public" : "not sealed")}";

    /// <summary>Bodies of requests that validation passes over without a word, because they are not public.</summary>
    public static IEnumerable<string> UncheckedRequests(SourceFile file) =>
        from type in file.Types.OfType<RecordDeclarationSyntax>()
        where file.Path.Contains("/Features/", StringComparison.Ordinal)
        where type.Identifier.Text.EndsWith("Request", StringComparison.Ordinal)
        where !type.Modifiers.Any(SyntaxKind.PublicKeyword)
        select $"{file.At(type)} {type.Identifier.Text} is not public: its rules are never checked";

    /// <summary>Names whose first or last word says nothing.</summary>
    public static IEnumerable<string> EmptyNames(SourceFile file) =>
        from type in file.Types
        let words = type.Identifier.Text.Words().SkipWhile(word => word == "I").ToArray()
        where words.Length > 0 && (EmptyWords.Contains(words[0]) || EmptyWords.Contains(words[^1]))
        select $"{file.At(type)} {type.Identifier.Text} says nothing";

    /// <summary>An interface with one implementation is a second name for it.</summary>
    public static IEnumerable<string> NeedlessInterfaces(IEnumerable<SourceFile> files)
    {
        var production = files.Where(file => !Repository.IsTest(file.Path)).ToArray();
        var implemented = production.SelectMany(file => file.Types)
            .Where(type => type is not InterfaceDeclarationSyntax && type.BaseList is not null)
            .SelectMany(type => type.BaseList!.Types.Select(named => NameOf(named.Type)).Distinct())
            .CountBy(name => name)
            .ToDictionary();
        return from file in production
               from type in file.Types.OfType<InterfaceDeclarationSyntax>()
               where implemented.GetValueOrDefault(type.Identifier.Text) == 1
               select $"{file.At(type)} {type.Identifier.Text} has one implementation";
    }

    private static bool IsClass(BaseTypeDeclarationSyntax type) =>
        type is ClassDeclarationSyntax
        || (type is RecordDeclarationSyntax record && !record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword));

    private static string NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.Text,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        _ => type.ToString(),
    };
}
