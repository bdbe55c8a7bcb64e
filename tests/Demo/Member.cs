namespace Technopark.Demo;

/// <summary>
/// The park as one of its people uses it: every creation has a key of its own, every transition is taken only where the
/// thing still allows it. So a second run, or one after an interruption, adds only what is missing.
/// </summary>
/// <param name="client">Signed in as the person.</param>
internal sealed class Member(Park park, Task<HttpClient> client)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Task<Thing> CreateAsync(string key, string path, object body) =>
        RepeatAsync(api => api.CreateAsync(path, body, $"technopark-demo-{key}"));

    /// <summary>Takes a transition unless the thing is past it.</summary>
    public async Task<Thing> AdvanceAsync(string path, string verb, object? body = null)
    {
        var thing = await RepeatAsync(api => api.GetAsync(path));
        if (!thing.Body.GetProperty("allowed").EnumerateArray().Any(allowed => allowed.GetString() == verb))
        {
            return thing;
        }

        park.Changed();
        return await RepeatAsync(api => api.ActAsync(path, verb, body));
    }

    public Task<Thing> GetAsync(string path) => RepeatAsync(api => api.GetAsync(path));

    public async IAsyncEnumerable<JsonElement> ListAsync(string path)
    {
        await foreach (var item in new ParkClient.ParkClient(await client).ListAsync(path))
        {
            yield return item;
        }
    }

    /// <summary>Waits for what another service learns by itself.</summary>
    public async Task<Thing> EventuallyAsync(string path, Func<Thing, bool> passes)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await RepeatAsync(api => api.FindAsync(path)) is { } thing && passes(thing))
            {
                return thing;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(30), limit.Token);
        }
    }

    /// <summary>What the park cannot take at the moment is said again: keys and ETags make that safe.</summary>
    private async Task<T> RepeatAsync<T>(Func<ParkClient.ParkClient, Task<T>> send)
    {
        var api = new ParkClient.ParkClient(await client);
        for (var attempt = 1; ; attempt++)
        {
            park.Asked();
            try
            {
                return await send(api);
            }
            catch (RefusedException busy) when (attempt < 20 && (int)busy.Refusal.Status is 412 or 429 or 503)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt));
            }
        }
    }
}
