namespace Technopark.Demo;

/// <summary>Plays the story through the public API.</summary>
internal static class Player
{
    private const int AtOnce = 6;

    /// <returns>Ids of the companies, by their number.</returns>
    public static async Task<IReadOnlyDictionary<int, Guid>> PlayAsync(Park park, Story story)
    {
        var scene = await Scene.SetAsync(park, story);
        var bar = new ProgressBar(story.Companies.Count);
        var ids = new Dictionary<int, Guid>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(story.Companies, options, async (plan, _) =>
        {
            var id = await new CompanyStory(park, scene, plan).PlayAsync();
            lock (ids)
            {
                ids.Add(plan.Number, id);
            }

            bar.Step();
        });
        await ClusterStory.PlayAsync(park, story, ids);
        await NetworkingStory.PlayAsync(park, story, ids);
        // Last those that did not make it: what every centre had open with them ends by itself.
        foreach (var company in story.Companies.Where(company => company.Fate == Fate.Liquidated))
        {
            await park.Manager.AdvanceAsync(
                $"/api/registry/v1/companies/{ids[company.Number]}", "liquidate",
                new { reason = "Решение участников / Founders' decision", liquidatedOn = company.Ended });
        }

        return ids;
    }

    /// <summary>Waits until Insights has heard of everything and gives the headline, in roubles.</summary>
    public static async Task<decimal> ToldByInsightsAsync(Park park, IEnumerable<Guid> companies)
    {
        var mine = companies.ToHashSet();
        var (told, before) = (0m, -1m);

        // The last events are on their way when the last request is answered: two equal readings end the wait.
        while (told != before)
        {
            before = told;
            await Task.Delay(TimeSpan.FromSeconds(2));
            told = 0;
            await foreach (var tranche in park.Director.ListAsync("/api/insights/v1/headline/tranches"))
            {
                var amount = tranche.GetProperty("rubAmount").GetProperty("amount").GetString()!;
                told += mine.Contains(tranche.GetProperty("companyId").GetGuid())
                    ? decimal.Parse(amount, CultureInfo.InvariantCulture)
                    : 0;
            }
        }

        return told;
    }
}
