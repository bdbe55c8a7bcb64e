namespace Technopark.Insights.Tests;

/// <summary>The read models depend on what was said, and on nothing else.</summary>
public sealed class ProjectionTests(InsightsFixture insights)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Any_order_and_any_number_of_deliveries_give_the_same_rows(int seed)
    {
        var story = RecordedStory.Of(companies: 8, seed);
        await HearAllAsync(story.Events);
        var expected = await RowsAsync(story);
        var chance = new Random(seed);
        for (var time = 0; time < 3; time++)
        {
            insights.Run("--rebuild");
            Assert.NotEqual(expected, await RowsAsync(story));
            var twice = story.Events.Concat(story.Events).ToArray();
            chance.Shuffle(twice);
            await HearAllAsync(twice);
            Assert.Equal(expected, await RowsAsync(story));
        }
    }

    [Fact]
    public async Task A_rebuild_from_the_feeds_gives_the_same_rows()
    {
        var story = RecordedStory.Of(companies: 30, seed: 7);
        await HearAllAsync(story.Events);
        var expected = await RowsAsync(story);
        insights.Feed.Events = story.Events;
        insights.Run("--rebuild");
        await insights.RestartAsync();
        await WaitAsync(story.Events);
        Assert.Equal(expected, await RowsAsync(story));
    }

    private async Task HearAllAsync(IReadOnlyList<Recorded> events)
    {
        foreach (var recorded in events)
        {
            await insights.PublishAsync(recorded.Fact, recorded.Subject, recorded.Id, recorded.Time);
        }

        await WaitAsync(events);
    }

    private Task WaitAsync(IReadOnlyList<Recorded> events)
    {
        var ids = events.Select(recorded => recorded.Id).Distinct().ToArray();
        return TestKit.Eventually.TrueAsync("all has been heard", async () =>
            await insights.ScalarAsync<long>(
                "select count(distinct message_id) from inbox where message_id = any($1)", ids) == ids.Length);
    }

    private Task<string> RowsAsync(RecordedStory story) =>
        insights.RowsAsync([.. story.Events.Select(recorded => recorded.Id)], [.. story.Companies]);
}
