namespace Technopark.ServiceDefaults;

/// <summary>Settings with a new name: a program does not start with the old one, which would have no effect.</summary>
public static class RenamedSettings
{
    private static readonly Dictionary<string, string> NewNames = new()
    {
        ["ForwardedFrom"] = "TrustedProxies",
        ["Relay"] = "Outbox",
    };

    /// <summary>A line for each old name that is set; null where none is.</summary>
    public static string? Refuse(string program, IConfiguration configuration)
    {
        var old = NewNames.Where(name => configuration.GetSection(name.Key).Exists()).Select(name => Texts.InBoth(
            "{0} does not start: the setting {1} is called {2} now.", program, name.Key, name.Value)).ToArray();
        return old.Length == 0 ? null : string.Join('\n', old);
    }
}
