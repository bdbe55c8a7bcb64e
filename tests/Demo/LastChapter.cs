namespace Technopark.Demo;

/// <summary>The companies that did not make it: what every centre had open with them ends by itself.</summary>
internal static class LastChapter
{
    public static async Task PlayAsync(Park park, Story story, IReadOnlyDictionary<int, Guid> ids)
    {
        foreach (var company in story.Companies.Where(company => company.Fate == Fate.Liquidated))
        {
            await park.Manager.AdvanceAsync($"/api/registry/v1/companies/{ids[company.Number]}", "liquidate", new
            {
                reason = "Решение участников / Founders' decision",
                liquidatedOn = company.Ended.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            });
        }
    }
}
