using System.Globalization;

namespace Technopark.ServiceDefaults;

/// <summary>A setting that must be said outside development: its default would leave a door open.</summary>
/// <param name="Setting">Its key; <c>*</c> stands for every key there is in this place.</param>
/// <param name="IsMet">Whether a value will do; null where none is set.</param>
/// <param name="Wanted">What to set, in English and Russian.</param>
public sealed record SettingRule(string Setting, Func<string?, bool> IsMet, string Wanted)
{
    /// <summary>With this a process ends that refuses its settings: to start it again is of no use.</summary>
    public const int ExitCode = 78;

    /// <summary>What is wrong, all of it at once, one line each; null where nothing is.</summary>
    /// <param name="program">Who says so.</param>
    /// <param name="stage">Production, Staging; in Development nothing is refused.</param>
    public static string? Refuse(
        string program, string stage, IConfiguration configuration, IEnumerable<SettingRule> requirements)
    {
        if (stage.Equals("Development", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var unmet = requirements.SelectMany(row => KeysOf(configuration, row.Setting)
            .Where(key => !row.IsMet(configuration[key])).Select(key => $"  {key}: {row.Wanted}")).Distinct().ToArray();
        if (unmet.Length == 0)
        {
            return null;
        }

        const string title = "{0} does not start in {1} with settings that are for development only. Set:";
        return string.Join('\n', [.. new[] { title, Texts.InRussian(title) }.Select(Say), .. unmet]);

        string Say(string text) => string.Format(CultureInfo.InvariantCulture, text, program, stage);
    }

    private static IEnumerable<string> KeysOf(IConfiguration configuration, string pattern) =>
        pattern.IndexOf(":*", StringComparison.Ordinal) is var star and >= 0
            ? configuration.GetSection(pattern[..star]).GetChildren()
                .SelectMany(child => KeysOf(configuration, child.Path + pattern[(star + 2)..]))
            : [pattern];
}

/// <summary>What values will do.</summary>
public static class SettingChecks
{
    private const int SecretLength = 32;

    public static bool Present(string? value) => !string.IsNullOrWhiteSpace(value);

    public static bool Absent(string? value) => !Present(value);

    public static bool NotTrue(string? value) =>
        !string.Equals(value, "true", StringComparison.OrdinalIgnoreCase) && value != "1";

    public static bool Secret(string? value) => value?.Length >= SecretLength;

    public static bool ExistingFile(string? value) => File.Exists(value);

    public static bool IPAddress(string? value) => System.Net.IPAddress.TryParse(value, out _);

    /// <summary>An address at which browsers reach something: never in clear.</summary>
    public static bool Https(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    /// <summary>Not set, on this machine, or never in clear.</summary>
    public static bool LocalOrHttps(string? value) => Absent(value) || Https(value)
        || (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.IsLoopback);

    /// <summary>Host names with semicolons between: of one's own, and not all there are.</summary>
    public static bool OwnHosts(string? value) =>
        value?.Split(';') is { } hosts && !hosts.Contains("*")
            && hosts.Any(host => host is not ("" or "localhost" or "127.0.0.1" or "[::1]"));

    /// <summary>A mail address that can be answered.</summary>
    public static bool MailAddress(string? value) =>
        Present(value) && value!.Contains('@') && !value.EndsWith(".invalid", StringComparison.Ordinal);
}
