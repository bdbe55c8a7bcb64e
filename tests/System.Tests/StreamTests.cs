namespace Technopark.SystemTests;

/// <summary>Streams stay open, and are no request that is soon over.</summary>
public sealed class StreamTests(RunningPark park)
{
    private const string Stream = "/api/insights/v1/headline/stream";
    private const int AtOneGateway = 20;
    private const int Gateways = 2;

    [Fact]
    public async Task A_person_has_a_few_open_and_takes_none_from_others()
    {
        using var person = await park.State.ClientAsync(user: "listener");
        using var other = await park.State.ClientAsync(user: "listener-2");
        var open = await Task.WhenAll(Enumerable.Range(0, (AtOneGateway * Gateways) + 5)
            .Select(number => OpenAsync(person, number % 2 == 0 ? Stream : $"{Stream}/")));

        var statuses = open.Select(answer => answer.StatusCode).CountBy(status => status).ToDictionary();
        Assert.InRange(statuses[HttpStatusCode.OK], AtOneGateway, AtOneGateway * Gateways);
        Assert.Equal(open.Length, statuses[HttpStatusCode.OK] + statuses[HttpStatusCode.TooManyRequests]);
        using (var theirs = await OpenAsync(other))
        {
            Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);
        }

        foreach (var answer in open)
        {
            answer.Dispose();
        }

        await Eventually.TrueAsync("there is room again", async () =>
        {
            using var again = await OpenAsync(person);
            return again.StatusCode == HttpStatusCode.OK;
        });
    }

    private static Task<HttpResponseMessage> OpenAsync(HttpClient client, string path = Stream) =>
        client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
}
