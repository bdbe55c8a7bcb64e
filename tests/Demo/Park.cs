using System.Collections.Concurrent;

namespace Technopark.Demo;

/// <summary>The people of the demo, each signed in with their role, and how much they did.</summary>
internal sealed class Park(ParkState state) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Role, string Name), Lazy<Task<HttpClient>>> _signedIn = [];
    private int _requests;
    private int _changes;

    public int Requests => _requests;

    /// <summary>Transitions taken in this run: 0 where everything was there.</summary>
    public int Changes => _changes;

    public Member Manager => As("manager", "manager");

    public Member Coordinator => As("coordinator", "coordinator");

    public Member Director => As("director", "director");

    /// <summary>Who acts for a company of the story.</summary>
    public Member Founder(int company) => As("founder", $"founder-{company}");

    public Member Investor(int number) => As("investor", $"investor-{number}");

    public void Asked() => Interlocked.Increment(ref _requests);

    public void Changed() => Interlocked.Increment(ref _changes);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _signedIn.Values)
        {
            (await client.Value).Dispose();
        }
    }

    private Member As(string role, string name) =>
        new(this, _signedIn.GetOrAdd((role, name), _ => new(() => state.ClientAsync(role, name))).Value);
}
