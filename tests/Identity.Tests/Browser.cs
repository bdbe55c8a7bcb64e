using System.Net.Sockets;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Technopark.Identity.Tests;

/// <summary>Headless Chromium and the service at a port under a host name: passkeys know no IP addresses.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly Uri _address;
    private readonly WebApplicationFactory<Program> _service;
    private IPlaywright? _driver;
    private IBrowser? _browser;

    private Browser(string connection, string mails)
    {
        var port = FreePort();
        _address = new Uri($"http://localhost:{port}/");
        _service = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("ConnectionStrings:identity", connection);
            host.UseSetting("Identity:Mail:Folder", mails);
            host.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
            host.UseSetting("SignIn:Issuer", new Uri(_address, "identity/").AbsoluteUri);
            host.UseSetting("urls", $"http://127.0.0.1:{port}");
            host.UseEnvironment("Development");
        });
        _service.UseKestrel(port);
    }

    public static async Task<Browser> StartAsync(IdentityFixture identity)
    {
        var started = new Browser(await identity.ConnectionAsync(), identity.Mails.Path);
        started._service.StartServer();
        started._driver = await Playwright.CreateAsync();
        started._browser = await Chromium.LaunchAsync(started._driver);
        return started;
    }

    /// <summary>A browser nobody has used.</summary>
    public async Task<IPage> OpenAsync(string language, ColorScheme scheme, bool scripts)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = _address.AbsoluteUri,
            Locale = language,
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = 1100, Height = 900 },
        });
        return await context.NewPageAsync();
    }

    /// <summary>
    /// What axe finds on a page, and what the park's pages must not have: scripts and styles within, words without a
    /// text.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(IPage page)
    {
        var inline = await page.Locator("script:not([src]), style, [style]").CountAsync();
        var axe = await page.RunAxe();
        return
        [
            .. axe.Violations.Select(
                rule => $"{page.Url}: {rule.Id} {string.Join(" | ", rule.Nodes.Select(node => node.Html))}"),
            .. inline > 0 ? [$"{page.Url}: {inline} inline scripts or styles"] : Array.Empty<string>(),
        ];
    }

    // The service must know its own address before it has one.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _driver?.Dispose();
        await _service.DisposeAsync();
    }
}
