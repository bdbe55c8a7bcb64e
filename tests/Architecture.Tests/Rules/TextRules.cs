namespace Technopark.Architecture.Tests.Rules;

/// <summary>What ties a file to one machine.</summary>
internal static partial class TextRules
{
    public static IEnumerable<string> MachineBound(string path, string text) =>
        from pattern in new[] { HomePath(), DrivePath(), RegistryHost(), LockedAddress(), PackageSource() }
        from Match found in pattern.Matches(text)
        select $"{path}:{text.AsSpan(0, found.Index).Count('\n') + 1} {found.Value}";

    [GeneratedRegex(@"(?<![\w.~})*])/(?:root|work|home/[^/\s""']+|Users/[^/\s""']+)/[\w.]")]
    private static partial Regex HomePath();

    [GeneratedRegex(@"\b[A-Z]:\\{1,2}(?:Users|Windows|Program|src|work)\b")]
    private static partial Regex DrivePath();

    [GeneratedRegex(@"\b(?:registry\.(?:npmjs|yarnpkg)\.\w+|(?:api|globalcdn)\.nuget\.org|pkgs\.dev\.azure\.com)")]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"""resolved"": *""https?:[^""]*")]
    private static partial Regex LockedAddress();

    [GeneratedRegex(@"(?:\bregistry *= *https?:\S+|<add key=""[^""]*"" value=""https?:[^""]*)")]
    private static partial Regex PackageSource();
}
