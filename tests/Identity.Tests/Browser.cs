using Microsoft.AspNetCore.Mvc.Testing;

namespace Technopark.Identity.Tests;

/// <summary>Headless Chromium and the service at a port under a host name: passkeys know no IP addresses.</summary>
internal sealed class Browser : IAsyncDisposable
{
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

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _driver?.Dispose();
        await _service.DisposeAsync();
    }
}
