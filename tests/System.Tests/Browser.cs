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
    public async Task<(IPage Page, IReadOnlyList<string> Violations)> OpenAsync(string language)
    {
        var page = await _browser!.NewPageAsync(
            new() { Locale = language, ViewportSize = new() { Width = 1600, Height = 1100 } });
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
