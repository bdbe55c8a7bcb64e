using System.Diagnostics;

namespace Technopark.TestKit;

/// <summary>Waits for what happens by itself, with a limit.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    /// <summary>The first value that is there and passes.</summary>
    public static async Task<T> GetAsync<T>(
        string what, Func<Task<T?>> get, Func<T, bool>? passes = null, TimeSpan? atMost = null)
    {
        var (since, pause) = (Stopwatch.StartNew(), TimeSpan.FromMilliseconds(2));
        while (true)
        {
            var value = await get();
            if (value is not null && (passes is null || passes(value)))
            {
                return value;
            }

            if (since.Elapsed > (atMost ?? Limit))
            {
                throw new TimeoutException($"Not within {since.Elapsed.TotalSeconds:0} s: {what}. Last: {value}");
            }

            await Task.Delay(pause);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    public static Task TrueAsync(string what, Func<Task<bool>> check, TimeSpan? atMost = null) =>
        GetAsync(what, async () => await check() ? new object() : null, atMost: atMost);
}
