using System.Text;
using Microsoft.Playwright;
using Technopark.Browsers;

namespace Technopark.Benchmarks;

/// <summary>
/// The portal's list of companies through the gateway, beside a bare Razor page with the same rows: how heavy and fast,
/// and what a hundred people at once take of memory.
/// </summary>
internal static class Portal
{
    private const string List = "/companies";
    private const string BareList = "/page";
    private const int People = 100;
    private const int Clients = 16;
    private const int Reads = 200;

    public static async Task MeasureAsync(ParkProcess park, Databases databases, TimeSpan round, Table table)
    {
        await Benchmarks.Reads.RegisterAsync(park.State);
        using var bare = await BareProcess.StartAsync(databases.ConnectionOf("registry"));
        var token = await park.State.TokenAsync("manager", "bench");
        (Uri Server, ReadOnlyMemory<byte> Request)[] targets =
            [(park.State.Gateway, RequestOf(List, token)), (bare.Address, RequestOf(BareList, token))];
        foreach (var target in targets)
        {
            await Load.WarmAsync(
                time => RateAsync(target, time), target.Server == bare.Address ? TimeSpan.Zero : Load.FreshFor);
        }

        var rates = await Bench.MediansAsync(
            [.. targets.Select(target => (Func<Task<double>>)(() => RateAsync(target, round)))]);
        table.Ratio(
            "pages/s, list of companies : bare Razor page / страниц/с, список : голая страница", rates[0], rates[1],
            null);
        table.AtMost(
            "ms, the same one by one, p95 / мс, то же по одной, p95", await P95Async(targets[0]), 100,
            await P95Async(targets[1]));
        await InBrowserAsync(park.State.Gateway, bare.Address, token, table);
        table.AtMost(
            "MB, the portal with 100 people at once / МБ, портал при 100 людях сразу",
            await MemoryWithPeopleAsync(park), 300);
    }

    private static Task<double> RateAsync((Uri Server, ReadOnlyMemory<byte> Request) target, TimeSpan time) =>
        Load.PerSecondAsync(target.Server, Clients, time, () => target.Request, 200);

    private static async Task<double> P95Async((Uri Server, ReadOnlyMemory<byte> Request) target)
    {
        using var client = await RawClient.ConnectAsync(target.Server);
        var times = new List<double>();
        for (var read = 0; read < Reads; read++)
        {
            var since = Stopwatch.GetTimestamp();
            await client.SendAsync(target.Request);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return times.Order().ElementAt(Reads * 95 / 100);
    }

    /// <summary>The first visit of a browser that has nothing of the park yet: all loaded, scripts run.</summary>
    private static async Task InBrowserAsync(Uri gateway, Uri bare, string token, Table table)
    {
        using var driver = await Playwright.CreateAsync();
        await using var chromium = await Chromium.LaunchAsync(driver);
        var times = await Bench.MediansAsync(
            async () => (await VisitAsync(chromium, new(gateway, List), token)).Ready,
            async () => (await VisitAsync(chromium, new(bare, BareList), token)).Ready);
        table.AtMost(
            "KiB of the first visit / КиБ первого захода", (await VisitAsync(chromium, new(gateway, List), token)).KiB,
            120, (await VisitAsync(chromium, new(bare, BareList), token)).KiB);
        table.AtMost("ms until it can be used / мс, пока можно пользоваться", times[0], 400, times[1]);
    }

    private static async Task<(double KiB, double Ready)> VisitAsync(IBrowser chromium, Uri address, string token)
    {
        await using var visitor = await chromium.NewContextAsync(
            new() { ExtraHTTPHeaders = [new("Authorization", $"Bearer {token}")] });
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri);
        var measured = await page.EvaluateAsync<double[]>("""
            () => {
              const [visit] = performance.getEntriesByType("navigation");
              const loaded = performance.getEntriesByType("resource").map(one => one.encodedBodySize);
              return [loaded.reduce((sum, size) => sum + size, visit.encodedBodySize) / 1024,
                      visit.domContentLoadedEventEnd];
            }
            """);
        return (measured[0], measured[1]);
    }

    private static async Task<double> MemoryWithPeopleAsync(ParkProcess park)
    {
        var tokens = new string[People];
        foreach (var (number, _) in tokens.Index())
        {
            tokens[number] = await park.State.TokenAsync("manager", $"bench-{number}");
        }

        string[] paths = ["/", List, "/inbox", "/insights"];
        ReadOnlyMemory<byte>[] requests =
            [.. tokens.SelectMany(token => paths.Select(path => RequestOf(path, token)))];
        await Load.PerSecondAsync(
            park.State.Gateway, People, TimeSpan.FromSeconds(20),
            () => requests[Random.Shared.Next(requests.Length)], 200);
        return ProcessCosts.MemoryOf(park)["portal"];
    }

    private static ReadOnlyMemory<byte> RequestOf(string path, string token) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAuthorization: Bearer {token}\r\n\r\n");
}
