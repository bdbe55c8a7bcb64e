using Technopark.SystemTests;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Technopark.SystemTests;

/// <summary>One Chromium for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _driver;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _driver = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_driver);
    }

    /// <summary>A fresh page; what goes wrong in it is added to the list.</summary>
    /// <param name="language">What the browser asks for.</param>
    /// <param name="token">Of somebody who has signed in already.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="scripts">False: the browser runs none.</param>
    public async Task<(IPage Page, IReadOnlyList<string> Violations)> OpenAsync(
        string language, string? token = null, int width = 1600, bool scripts = true)
    {
        var page = await _browser!.NewPageAsync(new()
        {
            Locale = language,
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = width, Height = 1100 },
            ExtraHTTPHeaders = token is null ? null : [new("Authorization", $"Bearer {token}")],
        });
        var violations = new List<string>();
        page.Console += (_, message) => Add(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => Add(true, $"script: {error}");
        page.Response += (_, answer) => Add(answer.Status >= 400, $"{answer.Status} {answer.Url}");
        return (page, violations);

        void Add(bool bad, string mishap)
        {
            if (bad)
            {
                violations.Add(mishap);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _driver?.Dispose();
    }
}
