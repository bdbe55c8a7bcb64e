using System.Text.Json;
using Technopark.ParkClient;

namespace Technopark.Demo;

/// <summary>
/// The park as the demo uses it: every creation has a key of its own, every transition is taken only where the thing still allows it.
/// So a second run, or one after an interruption, adds only what is missing.
/// </summary>
internal sealed class Park(ParkClient.ParkClient api)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private int _requests;
    private int _changes;

    public int Requests => _requests;

    /// <summary>Transitions taken in this run: 0 where everything was there.</summary>
    public int Changes => _changes;

    public Task<Thing> CreateAsync(string key, string path, object body) =>
        RepeatAsync(() => api.CreateAsync(path, body, $"technopark-demo-{key}"));

    /// <summary>Takes a transition unless the thing is past it.</summary>
    public async Task<Thing> AdvanceAsync(string path, string verb, object? body = null)
    {
        var thing = await RepeatAsync(() => api.GetAsync(path));
        if (!thing.Body.GetProperty("allowed").EnumerateArray().Any(allowed => allowed.GetString() == verb))
        {
            return thing;
        }

        Interlocked.Increment(ref _changes);
        return await RepeatAsync(() => api.ActAsync(path, verb, body));
    }

    public Task<Thing> GetAsync(string path) => RepeatAsync(() => api.GetAsync(path));

    public IAsyncEnumerable<JsonElement> ListAsync(string path) => api.ListAsync(path);

    /// <summary>Waits for what another service learns by itself.</summary>
    public async Task<Thing> EventuallyAsync(string path, Func<Thing, bool> passes)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await RepeatAsync(() => api.FindAsync(path, limit.Token)) is { } thing && passes(thing))
            {
                return thing;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(30), limit.Token);
        }
    }

    /// <summary>What the park cannot take at the moment is said again: keys and ETags make that safe.</summary>
    private async Task<T> RepeatAsync<T>(Func<Task<T>> send)
    {
        for (var attempt = 1; ; attempt++)
        {
            Interlocked.Increment(ref _requests);
            try
            {
                return await send();
            }
            catch (RefusedException busy) when (attempt < 20 && (int)busy.Refusal.Status is 412 or 429 or 503)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt));
            }
        }
    }
}
