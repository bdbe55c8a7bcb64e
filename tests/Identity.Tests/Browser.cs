using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Technopark.Identity.Tests;

/// <summary>Headless Chromium and the service at a port under a host name: passkeys know no IP addresses.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly Uri _address = new($"http://localhost:{FreePort.Next()}/");
    private WebApplicationFactory<Program> _service = null!;
    private IPlaywright? _driver;
    private IBrowser? _browser;

    public static async Task<Browser> StartAsync(IdentityFixture identity)
    {
        var started = new Browser();
        started._service = await identity.StartAnotherAsync(host =>
        {
            host.UseSetting("SignIn:Issuer", new Uri(started._address, "identity/").AbsoluteUri);
            host.UseSetting("urls", $"http://127.0.0.1:{started._address.Port}");
        });
        started._service.UseKestrel(started._address.Port);
        started._service.StartServer();
        started._driver = await Playwright.CreateAsync();
        started._browser = await Chromium.LaunchAsync(started._driver);
        return started;
    }

    /// <summary>A browser nobody has used.</summary>
    public async Task<IPage> OpenAsync(string language, bool scripts)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = _address.AbsoluteUri,
            Locale = language,
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = 1100, Height = 900 },
        });
        return await context.NewPageAsync();
    }

    /// <summary>What axe finds on a page, light and dark; and scripts and styles within, which must not be.</summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(IPage page)
    {
        var inline = await page.Locator("script:not([src]), style, [style]").CountAsync();
        List<string> faults = inline > 0 ? [$"{page.Url}: {inline} inline scripts or styles"] : [];
        // In the page itself: the package's RunAxe opens one more for each result, which only frames need.
        await page.EvaluateAsync(Axe);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var broken = await page.EvaluateAsync<string[]>(
                """
                async () => (await axe.run()).violations.map(
                  rule => `${rule.id} ${rule.nodes.map(node => node.html).join(" | ")}`)
                """);
            faults.AddRange(broken.Select(rule => $"{page.Url} {scheme}: {rule}"));
        }

        return faults;
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _driver?.Dispose();
        await _service.DisposeAsync();
    }
}
