namespace Technopark.Demo;

/// <summary>What was made: ids that the next steps need.</summary>
internal sealed class Played
{
    public required IReadOnlyDictionary<int, Guid> Companies { get; init; }

    /// <summary>Waits until Insights has heard of everything and gives the headline, in roubles.</summary>
    public async Task<decimal> ToldByInsightsAsync(Park park)
    {
        var mine = Companies.Values.ToHashSet();
        var (told, before) = (0m, -1m);

        // The last events are on their way when the last request is answered: two equal readings end the wait.
        while (told != before)
        {
            before = told;
            await Task.Delay(TimeSpan.FromSeconds(2));
            told = 0;
            await foreach (var tranche in park.Director.ListAsync("/api/insights/v1/headline/tranches"))
            {
                if (mine.Contains(tranche.GetProperty("companyId").GetGuid()))
                {
                    told += decimal.Parse(
                        tranche.GetProperty("rubAmount").GetProperty("amount").GetString()!,
                        System.Globalization.CultureInfo.InvariantCulture);
                }
            }
        }

        return told;
    }
}

/// <summary>Plays the story through the public API.</summary>
internal static class Player
{
    private const int AtOnce = 6;

    public static async Task<Played> PlayAsync(Park park, Story story)
    {
        var scene = await Scene.SetAsync(park, story);
        var bar = new ProgressBar(story.Companies.Count);
        var ids = new Dictionary<int, Guid>();
        await Parallel.ForEachAsync(
            story.Companies, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (plan, _) =>
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
        await LastChapter.PlayAsync(park, story, ids);
        return new Played { Companies = ids };
    }
}
