using static Microsoft.Playwright.Assertions;

namespace Technopark.SystemTests;

/// <summary>What operators see: the dashboard, in a browser.</summary>
public sealed class DashboardTests(RunningPark park, Browser browser)
{
    [Fact]
    public async Task Resources_show_their_state_and_can_be_stopped_and_started()
    {
        var page = await SignInAsync("/");
        string[] running = ["postgres", "rabbitmq", "portal", .. RunningPark.Centres.Except(["registry"])];
        foreach (var resource in running)
        {
            await Expect(RowOf(page, resource)).ToContainTextAsync("Running");
        }

        await Expect(RowOf(page, "clusters-migrate")).ToContainTextAsync("Finished");
        await RowOf(page, "clusters").GetByTitle("Stop resource", new() { Exact = true }).ClickAsync();
        await Expect(RowOf(page, "clusters")).ToContainTextAsync("Finished", new() { Timeout = 20_000 });
        await RowOf(page, "clusters").GetByTitle("Start resource", new() { Exact = true }).ClickAsync();
        await park.HealthyAsync("clusters");
        await Expect(RowOf(page, "clusters")).ToContainTextAsync("Running");
    }

    [Fact]
    public async Task Console_logs_of_a_process_are_shown()
    {
        var page = await SignInAsync("/consolelogs/resource/portal");
        var log = page.Locator(".continuous-scroll-overflow");
        await Eventually.TrueAsync("how it started", async () =>
        {
            // A log is shown from its end, and only what is in sight is in the page.
            await log.EvaluateAsync("log => log.scrollTop = 0");
            return await page.GetByText("Application started").First.IsVisibleAsync();
        });
    }

    [Fact]
    public async Task One_trace_spans_request_outbox_broker_consumers_and_their_databases()
    {
        var company = await park.Api.VerifiedCompanyAsync();
        await Eventually.TrueAsync("insights has heard of it", async () => await park.ScalarAsync<long>("insights",
            "select count(*) from timeline where company_id = $1 and type like '%companyVerified%'", company.Id) == 1);
        var trace = (await park.Api.GetAsync($"/api/insights/v1/companies/{company.Id}/timeline")).Items
            .Where(entry => $"{entry.GetProperty("type")}".Contains("companyVerified", StringComparison.Ordinal))
            .Select(entry => entry.GetProperty("traceId").GetString()).Single();
        var page = await SignInAsync($"/traces/detail/{trace}");
        string[] spans =
        [
            "/verify", "technopark.registry.companyVerified", "incubation.registry.companyVerified.v1 process",
            "insights.registry.companyVerified.v1 process",
        ];
        foreach (var span in spans)
        {
            await Expect(page.GetByText(span).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        }
    }

    private async Task<IPage> SignInAsync(string path)
    {
        var (page, _) = await browser.OpenAsync("en");
        await page.GotoAsync(park.State.Dashboard.AbsoluteUri);
        await Expect(page.GetByText("rabbitmq").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        if (path != "/")
        {
            await page.GotoAsync(new Uri(park.State.Dashboard, path).AbsoluteUri);
        }

        return page;
    }

    private static ILocator RowOf(IPage page, string resource) =>
        page.Locator("tr", new() { Has = page.GetByText(resource, new() { Exact = true }) }).First;
}
