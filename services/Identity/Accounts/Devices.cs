namespace Technopark.Identity.Accounts;

/// <summary>Names a device as people know it.</summary>
internal static class Devices
{
    // The first that fits: a browser says also what it is like.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("YaBrowser/", "Yandex Browser"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <param name="userAgent">The User-Agent header of the sign-in.</param>
    /// <returns>Browser and system, or what the device says of itself; null where it says nothing.</returns>
    public static string? Name(string userAgent)
    {
        var known = new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>().ToArray();
        return (known.Length, userAgent.Length) switch
        {
            ( > 0, _) => string.Join(", ", known),
            (_, > 0) => userAgent,
            _ => null,
        };
    }

    private static string? Find((string Mark, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
