using Microsoft.Playwright;

namespace Technopark.TestKit;

/// <summary>The machine's Chromium, without a window.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/google-chrome"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    public static Task<IBrowser> LaunchAsync(IPlaywright driver) =>
        driver.Chromium.LaunchAsync(new() { ExecutablePath = Places.First(File.Exists), Args = Flags });
}
