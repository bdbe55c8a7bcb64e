namespace Technopark.ServiceDefaults;

/// <summary>
/// Settings that have another name now. Who still sets the old one would believe that it has an effect: the program
/// does not start, and says how the setting is called.
/// </summary>
public static class RenamedSettings
{
    private static readonly Dictionary<string, string> NewNames = new()
    {
        ["ForwardedFrom"] = "TrustedProxies",
        ["Relay"] = "Outbox",
    };

    /// <summary>A line for each old name that is set; null where none is.</summary>
    /// <param name="program">Who says so.</param>
    public static string? Refuse(string program, IConfiguration configuration)
    {
        var old = NewNames.Where(name => configuration.GetSection(name.Key).Exists()).Select(name => Texts.InBoth(
            "{0} does not start: the setting {1} is called {2} now.", program, name.Key, name.Value)).ToArray();
        return old.Length == 0 ? null : string.Join('\n', old);
    }
}
