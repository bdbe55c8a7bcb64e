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
        var known = new[] { Browsers, Systems }.Select(
            kind => kind.FirstOrDefault(one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name);
        return new[] { string.Join(", ", known.OfType<string>()), userAgent }.FirstOrDefault(name => name.Length > 0);
    }
}
