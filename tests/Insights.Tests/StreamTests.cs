using System.Net.ServerSentEvents;

namespace Technopark.Insights.Tests;

public sealed class StreamTests(InsightsFixture insights)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Sends_the_present_figure_and_then_each_change()
    {
        var company = Guid.CreateVersion7();
        await insights.HearResidencyAsync(company, new DateOnly(1963, 1, 1));
        await using var figures = FiguresAsync().GetAsyncEnumerator();
        Assert.True(await figures.MoveNextAsync().AsTask().WaitAsync(Limit));
        var before = figures.Current;
        Assert.Equal((await insights.HeadlineAsync()).ToString(), before.ToString());
        await insights.HearPaidAsync(company, new DateOnly(1963, 5, 1), 0.0001m);
        // Other tests pay meanwhile: the stream comes to what the figure is by then.
        do
        {
            Assert.True(await figures.MoveNextAsync().AsTask().WaitAsync(Limit));
        }
        while (figures.Current.ToString() != (await insights.HeadlineAsync()).ToString());
        Assert.NotEqual(InsightsFixture.AmountOf(before), InsightsFixture.AmountOf(figures.Current));
    }

    [Fact]
    public async Task Ends_when_the_service_stops()
    {
        await using var figures = FiguresAsync().GetAsyncEnumerator();
        Assert.True(await figures.MoveNextAsync().AsTask().WaitAsync(Limit));
        var end = figures.MoveNextAsync().AsTask();
        await insights.RestartAsync();
        Assert.False(await end.WaitAsync(Limit));
    }

    private async IAsyncEnumerable<JsonElement> FiguresAsync()
    {
        await using var stream = await insights.Http.GetStreamAsync(
            new Uri($"{insights.Root}/headline/stream", UriKind.Relative));
        await foreach (var item in SseParser.Create(stream).EnumerateAsync())
        {
            if (item.EventType == "headline")
            {
                yield return JsonElement.Parse(item.Data);
            }
        }
    }
}
