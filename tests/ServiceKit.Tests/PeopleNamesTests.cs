using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Feed;
using Technopark.ServiceKit.People;

namespace Technopark.ServiceKit.Tests;

/// <summary>What a centre remembers of how people are called, and what it does while nobody tells.</summary>
public sealed class PeopleNamesTests : IAsyncDisposable
{
    private const string Centre = "kit";

    private readonly ToldNames _told = new();
    private readonly MovedClock _clock = new();
    private readonly NeighbourServer _identity;
    private readonly ClientCredentialsTokens _tokens;
    private readonly ServiceChannels _services;
    private readonly PeopleNames _names;

    public PeopleNamesTests()
    {
        _identity = NeighbourServer.Start(Centre, _told);
        var own = Options.Create(new JwtAuthenticationOptions { ClientId = Centre });
        _tokens = new ClientCredentialsTokens(new TokenClients(_identity.Tokens), own, TimeProvider.System);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["services:identity:grpc:0"] = _identity.Grpc }).Build();
        _services = new ServiceChannels(settings, _tokens, own);
        _names = new PeopleNames(_services, _clock, NullLogger<PeopleNames>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _names.Dispose();
        _services.Dispose();
        _tokens.Dispose();
        await _identity.DisposeAsync();
    }

    [Fact]
    public async Task All_that_are_not_known_are_asked_for_at_once_and_remembered_for_a_minute()
    {
        var (anna, boris, nobody) = (_told.Call("Анна"), _told.Call("Борис"), Guid.CreateVersion7());
        Assert.Equal("Анна", await FindAsync(anna));
        Assert.Equal("Анна, Борис", await FindAsync(anna, boris, nobody, boris, anna));
        Assert.Equal("Анна, Борис", await FindAsync(boris, nobody, anna));
        _told.Call("Анна Вторая", anna);
        Assert.Equal("Анна", await FindAsync(anna));
        _clock.Move(TimeSpan.FromSeconds(61));

        Assert.Equal("Анна Вторая, Борис", await FindAsync(anna, boris, nobody));
        Assert.Equal(["1", "2", "3"], _told.Asked.Select(asked => $"{asked.Length}"));
    }

    [Fact]
    public async Task A_page_of_more_people_than_one_call_takes_names_all()
    {
        var people = Enumerable.Range(0, PeopleNames.AtOnce + 1).Select(number => _told.Call($"{number}")).ToArray();
        Assert.Equal(people.Length, (await _names.FindAsync(people, default)).Count);
        Assert.Equal([PeopleNames.AtOnce, 1], _told.Asked.Select(asked => asked.Length));
    }

    [Fact]
    public async Task Who_is_erased_is_forgotten_at_once_also_while_the_answer_is_on_its_way()
    {
        var (known, asked) = (_told.Call("Анна"), _told.Call("Борис"));
        Assert.Equal("Анна", await FindAsync(known));
        _names.Forget(known);
        Assert.Equal("", await FindAsync(known));

        var answered = new TaskCompletionSource();
        _told.Answering = answered.Task;
        var finding = FindAsync(asked);
        await Eventually.TrueAsync("it is asked", () => Task.FromResult(_told.Asked.Count == 2));
        _names.Forget(asked);
        answered.SetResult();
        Assert.Equal("", await finding);
        Assert.Equal("", await FindAsync(asked));
    }

    [Fact]
    public async Task While_identity_is_away_there_are_no_names_and_it_is_not_asked_for_each_answer()
    {
        var (anna, boris) = (_told.Call("Анна"), _told.Call("Борис"));
        Assert.Equal("Анна", await FindAsync(anna));
        _told.IsAway = true;
        Assert.Equal("Анна", await FindAsync(anna, boris));
        Assert.Equal("Анна", await FindAsync(anna, boris));
        Assert.Equal(2, _told.Asked.Count);
        _told.IsAway = false;
        _clock.Move(TimeSpan.FromSeconds(6));

        Assert.Equal("Анна, Борис", await FindAsync(anna, boris));
    }

    [Fact]
    public async Task One_that_does_not_answer_is_waited_for_a_second_and_a_client_that_leaves_not_at_all()
    {
        var never = new TaskCompletionSource();
        _told.Answering = never.Task;
        var person = _told.Call("Анна");
        using var left = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _names.FindAsync([person], left.Token));

        Assert.Equal("", await FindAsync(person).WaitAsync(TimeSpan.FromSeconds(10)));
        never.SetResult();
    }

    private async Task<string> FindAsync(params Guid[] people) =>
        string.Join(", ", (await _names.FindAsync(people, default)).Values.Order(StringComparer.Ordinal));

    private sealed class MovedClock : TimeProvider
    {
        private TimeSpan _ahead;

        public void Move(TimeSpan by) => _ahead += by;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
    }

    /// <summary>Asks for tokens where the neighbour is, whatever the address.</summary>
    private sealed class TokenClients(string address) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(new Redirected(address));

        private sealed class Redirected(string address) : DelegatingHandler(new SocketsHttpHandler())
        {
            protected override Task<HttpResponseMessage> SendAsync(
                HttpRequestMessage request, CancellationToken cancellationToken)
            {
                request.RequestUri = new Uri(new Uri(address), request.RequestUri!.PathAndQuery);
                return base.SendAsync(request, cancellationToken);
            }
        }
    }
}
