using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Technopark.Browsers;

/// <summary>What a page must not have, whoever made it.</summary>
public static class PageFaults
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe finds on a page, light and dark; and scripts and styles within, which must not be.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
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
}
