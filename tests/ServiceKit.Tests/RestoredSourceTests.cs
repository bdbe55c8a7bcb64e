namespace Technopark.ServiceKit.Tests;

/// <summary>A database is set back: listeners know what it forgot, and take nothing new for known.</summary>
public sealed class RestoredSourceTests(TwoCentres centres) : IClassFixture<TwoCentres>
{
    [Fact]
    public async Task Who_knows_no_more_than_the_restored_log_goes_on_by_itself()
    {
        var before = await centres.SayAsync();
        Assert.Equal(1, await centres.EffectsAsync(before));
        await centres.RestoreAsync(isSource: true, () => Task.CompletedTask);
        var after = await centres.SayAsync();
        Assert.Equal((1, 1), (await centres.EffectsAsync(before), await centres.EffectsAsync(after)));
        Assert.False((await FeedAsync()).GetProperty("restored").GetBoolean());
    }

    [Fact]
    public async Task Who_knows_more_stops_says_so_and_goes_on_when_an_operator_accepts_it()
    {
        var (before, forgotten) = (await centres.SayAsync(), (await centres.SayAsync()));
        Assert.Equal(1, await centres.EffectsAsync(before));
        await centres.RestoreAsync(isSource: true, async () =>
        {
            forgotten = await centres.SayAsync();
            Assert.Equal(1, await centres.EffectsAsync(forgotten));
        });
        // Under the sequence of what was forgotten.
        var next = await centres.SayAsync();
        await Eventually.TrueAsync("it says so", async () => (await FeedAsync()).GetProperty("restored").GetBoolean());
        Assert.Matches("^[0-9a-f]{32}\\.[0-9]+$", (await FeedAsync()).GetProperty("agreesUntil").GetString());
        Assert.Equal("Degraded", await centres.Operations.GetStringAsync(new Uri("/health", UriKind.Relative)));
        Assert.Equal(0, await CountAsync(next.CompanyId));

        using var accepted = await centres.Operations.PostAsync(
            new Uri("/ops/messages/accept", UriKind.Relative), null, TestContext.Current.CancellationToken);
        accepted.EnsureSuccessStatusCode();
        Assert.Equal(1, await centres.EffectsAsync(next));
        Assert.Equal((1, 1), (await CountAsync(before.CompanyId), await CountAsync(forgotten.CompanyId)));
        Assert.False((await FeedAsync()).GetProperty("restored").GetBoolean());
    }

    /// <summary>Files put back while the server stood say nothing of it, but for the cursors that they gave.</summary>
    [Fact]
    public async Task A_log_that_was_set_back_unseen_is_found_out_by_cursors_that_lie_ahead()
    {
        var (before, forgotten) = (await centres.SayAsync(), await centres.SayAsync());
        Assert.Equal(1, await centres.EffectsAsync(forgotten));
        await centres.ChangeSourceAsync("delete from event_log where id = (select id from event_log "
            + "order by sequence desc limit 1)");
        await centres.ChangeSourceAsync("update publisher set sequence = sequence - 1");
        await Eventually.TrueAsync("it says so", async () => (await FeedAsync()).GetProperty("restored").GetBoolean());
        await centres.Operations.PostAsync(
            new Uri("/ops/messages/accept", UriKind.Relative), null, TestContext.Current.CancellationToken);
        var next = await centres.SayAsync();
        Assert.Equal(1, await centres.EffectsAsync(next));
        Assert.Equal((1, 1), (await CountAsync(before.CompanyId), await CountAsync(forgotten.CompanyId)));
    }

    private Task<long> CountAsync(Guid company) =>
        centres.CountAsync("select count(*) from effects where company_id = $1", company);

    private async Task<JsonElement> FeedAsync()
    {
        var messages = await centres.Operations.GetFromJsonAsync<JsonElement>("/ops/messages");
        return Assert.Single(messages.GetProperty("feeds").EnumerateArray());
    }
}
