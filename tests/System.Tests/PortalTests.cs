using System.Text.RegularExpressions;
using Technopark.ServiceDefaults;

namespace Technopark.SystemTests;

/// <summary>
/// The portal as each role has it. From the first page every link is followed to one page of each kind; each must be
/// there, speak the language, and be without fault for those who do not see or use a mouse. With
/// <c>TECHNOPARK_PICTURES</c> set to a folder each is left there as a picture.
/// </summary>
public sealed partial class PortalTests(RunningPark park, Browser browser)
{
    /// <summary>Pages that every role has: the first one, what can be found, and more.</summary>
    private const int AtLeast = 2;

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("TECHNOPARK_PICTURES");

    /// <summary>Pages of others, which have tests of their own.</summary>
    private static readonly string[] Foreign = ["/identity", "/reference", "/signin", "/openapi"];

    public static TheoryData<string, string, int> Visits()
    {
        var visits = new TheoryData<string, string, int>();
        foreach (var (at, role) in RoleNames.All.Select(RoleNames.NameOf).Index())
        {
            // In the gate each role once, every second in another language and at another width.
            visits.Add(role, at % 2 == 0 ? "ru" : "en", at % 2 == 0 ? 1440 : 390);
            if (RunningPark.IsFull)
            {
                visits.Add(role, at % 2 == 0 ? "en" : "ru", at % 2 == 0 ? 390 : 1440);
            }
        }

        return visits;
    }

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task Every_page_that_a_role_is_led_to_is_whole(string role, string language, int width)
    {
        var token = await park.State.TokenAsync(role, $"portal-{role}");
        var (page, violations) = await browser.OpenAsync(language, token, width);
        var faults = new List<string>();
        var (seen, waiting) = (new HashSet<string>(), new Queue<string>(["/"]));
        while (waiting.TryDequeue(out var path))
        {
            await page.GotoAsync(new Uri(park.Http.BaseAddress!, path).AbsoluteUri);
            faults.AddRange(await FaultsOfAsync(page, language));
            await ShootAsync(page, $"{role}-{language}-{width}-{seen.Count:00}");
            foreach (var link in await page.EvalOnSelectorAllAsync<string[]>(
                "a[href]", "links => links.map(link => link.getAttribute('href'))"))
            {
                if (IsOurs(link) && seen.Add(KindOf(link)))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        Assert.Empty(faults);
        Assert.Empty(violations);
        Assert.InRange(seen.Count, AtLeast, int.MaxValue);
    }

    [Theory]
    [InlineData("ru", true)]
    [InlineData("en", false)]
    public async Task A_founder_registers_a_company_and_a_manager_verifies_it(string language, bool scripts)
    {
        var name = $"Заря {Guid.CreateVersion7():N} / Dawn";
        var founder = await park.State.TokenAsync("founder", "portal-journey");
        var (page, violations) = await browser.OpenAsync(language, founder, scripts: scripts);
        await page.GotoAsync(new Uri(park.Http.BaseAddress!, "/companies/new").AbsoluteUri);
        await page.FillAsync("#name", name);
        await page.SelectOptionAsync("#kind", "Team");
        await NextAsync(page, "#okvedMain");
        await page.FillAsync("#region", "0");
        await SendWithFounderAsync(page);
        await Assertions.Expect(page.Locator(".summary a[href$='#region']")).ToBeVisibleAsync();
        Assert.Equal(name, await page.InputValueAsync("#name"));
        await page.FillAsync("#region", "78");
        await page.ClickAsync(".buttons button.button");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await Assertions.Expect(page.Locator("[data-state=Registered]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("button[value=verify]")).ToHaveCountAsync(0);
        var path = new Uri(page.Url).AbsolutePath;

        var manager = await park.State.TokenAsync("manager", "portal-journey-manager");
        var (desk, mishaps) = await browser.OpenAsync(language, manager, scripts: scripts);
        await desk.GotoAsync(new Uri(park.Http.BaseAddress!, path).AbsoluteUri);
        await park.Api.ActAsync($"/api/registry/v1{path}", "correct", new { okvedMain = "62.01" });
        await TakeAsync(desk, "verify");
        await Assertions.Expect(desk.Locator(".summary")).ToBeVisibleAsync();
        await TakeAsync(desk, "verify");
        await Assertions.Expect(desk.Locator("[data-state=Verified]")).ToBeVisibleAsync();
        Assert.Empty(violations);
        Assert.Empty(mishaps);
    }

    [Theory]
    [InlineData("ru", true)]
    [InlineData("en", false)]
    public async Task What_was_typed_and_not_sent_is_there_again(string language, bool scripts)
    {
        var name = $"Дом / Home {Guid.CreateVersion7():N}";
        var founder = await park.State.TokenAsync("founder", $"portal-draft-{language}");
        var (page, violations) = await browser.OpenAsync(language, founder, scripts: scripts);
        var form = new Uri(park.Http.BaseAddress!, "/companies/new").AbsoluteUri;
        await page.GotoAsync(form);
        await page.FillAsync("#name", name);
        if (!scripts)
        {
            await page.ClickAsync("button[name=_keep]");
        }

        await Assertions.Expect(page.Locator("#kept")).ToContainTextAsync(":");
        await page.CloseAsync();

        var (again, others) = await browser.OpenAsync(language, founder, scripts: scripts);
        await again.GotoAsync(new Uri(park.Http.BaseAddress!, "/inbox").AbsoluteUri);
        await again.ClickAsync("a[href='/companies/new']:near(:text('Home'))");
        await Assertions.Expect(again.Locator("#name")).ToHaveValueAsync(name);
        await again.SelectOptionAsync("#kind", "Team");
        await NextAsync(again, "#okvedMain");
        await SendWithFounderAsync(again);
        await Assertions.Expect(again.Locator("h1")).ToHaveTextAsync(name);

        await again.GotoAsync(form);
        await Assertions.Expect(again.Locator("#name")).ToHaveValueAsync("");
        Assert.Empty(violations);
        Assert.Empty(others);
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("ru", false)]
    public async Task A_session_that_ends_in_the_middle_loses_nothing(string language, bool scripts)
    {
        var company = await park.Api.CreateAsync("/api/registry/v1/companies", new
        {
            name = $"Заря {Guid.CreateVersion7():N}",
            kind = "team",
            founders = new[] { new { name = "Анна", role = "CEO", sharePercent = "100" } },
        });
        var manager = await park.State.TokenAsync("manager", "portal-session");
        var (page, _) = await browser.OpenAsync(language, manager, scripts: scripts);
        await page.GotoAsync(new Uri(park.Http.BaseAddress!, $"/companies/{company.Id}").AbsoluteUri);
        await page.Locator("details:has(button[value=reject]) > summary").ClickAsync();
        await page.FillAsync("[name='reject.reason']", "Такая уже есть: <b>Заря</b>");
        await page.Context.SetExtraHTTPHeadersAsync([]);
        await page.ClickAsync("button[value=reject]");
        await Assertions.Expect(page.Locator(".typed")).ToContainTextAsync("<b>Заря</b>");

        await page.Context.SetExtraHTTPHeadersAsync([new("Authorization", $"Bearer {manager}")]);
        await page.ClickAsync("main form button");
        await Assertions.Expect(page.Locator("[data-state=Rejected]")).ToBeVisibleAsync();
    }

    private static async Task NextAsync(IPage page, string field)
    {
        await page.ClickAsync(".buttons button[name=_go]");
        await Assertions.Expect(page.Locator(field)).ToBeVisibleAsync();
    }

    private static async Task SendWithFounderAsync(IPage page)
    {
        await NextAsync(page, "#founders-0-name");
        await page.FillAsync("#founders-0-name", "Анна Первая");
        await page.FillAsync("#founders-0-role", "CEO");
        await page.ClickAsync(".buttons button.button");
    }

    private static async Task TakeAsync(IPage page, string step)
    {
        var button = page.Locator($"button[value={step}]");
        if (!await button.IsVisibleAsync())
        {
            await page.Locator($"details:has(button[value={step}]) > summary").ClickAsync();
        }

        await button.ClickAsync();
    }

    private static async Task<List<string>> FaultsOfAsync(IPage page, string language)
    {
        List<string> faults = [.. await PageFaults.FindAsync(page)];
        if (await page.GetAttributeAsync("html", "lang") != language || await page.Locator("h1").CountAsync() != 1)
        {
            faults.Add($"{page.Url}: another language, or not one heading");
        }

        faults.AddRange(KeyPattern().Matches(await page.InnerTextAsync("body"))
            .Select(key => $"{page.Url}: no text for {key.Value}"));
        var (shown, wide) = await page.EvaluateAsync<int[]>(
            "[document.documentElement.clientWidth, document.documentElement.scrollWidth]") is [var a, var b]
            ? (a, b) : default;
        if (wide > shown)
        {
            faults.Add($"{page.Url}: {wide} px wide in a window of {shown}");
        }

        return faults;
    }

    private static bool IsOurs(string link) =>
        link.StartsWith('/') && !link.Contains('#', StringComparison.Ordinal)
        && !link.Contains("culture=", StringComparison.Ordinal)
        && !link.Contains("cursor=", StringComparison.Ordinal)
        && !Array.Exists(Foreign, path => link.StartsWith(path, StringComparison.Ordinal));

    /// <summary>Two companies are one kind of page; a tab is another, and so is a filtered list.</summary>
    private static string KindOf(string link)
    {
        var (path, query) = link.Split('?') is [var before, var after] ? (before, after) : (link, "");
        var names = query.Split('&').Select(one => one.StartsWith("tab=", StringComparison.Ordinal)
            ? one : one.Split('=')[0]);
        return $"{IdPattern().Replace(path, "{id}")}?{string.Join('&', names)}";
    }

    private static Task ShootAsync(IPage page, string name) => Pictures is null ? Task.CompletedTask
        : page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex IdPattern();

    [GeneratedRegex(
        @"\b(Page|Field|Hint|Step|Done|Tab|Group|Form|Grid|Trouble|Thing)\.\w[\w.]*|\b[A-Z]\w+(Status|Kind)\.\w+")]
    private static partial Regex KeyPattern();
}
