namespace Technopark.Architecture.Tests.Rules;

/// <summary>What ties a file to one machine, and what takes digits of other scripts for digits.</summary>
internal static partial class TextRules
{
    private static readonly string[] Services = ["services/", "ServiceDefaults/", "gateway/"];

    public static IEnumerable<string> MachineBound(string path, string text) =>
        Find(path, text, HomePath(), DrivePath(), RegistryHost(), LockedAddress(), PackageSource());

    public static IEnumerable<string> DigitsOfAnyScript(string path, string text) => Find(path, text, AnyDigit());

    public static bool IsOfAService(string path) =>
        Array.Exists(Services, folder => path.StartsWith(folder, StringComparison.Ordinal));

    private static IEnumerable<string> Find(string path, string text, params Regex[] patterns) =>
        from pattern in patterns
        from Match found in pattern.Matches(text)
        select $"{path}:{text.AsSpan(0, found.Index).Count('\n') + 1} {found.Value}";

    [GeneratedRegex(@"\\d|\bchar\.Is(?:Digit|Number)\b")]
    private static partial Regex AnyDigit();

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
