using System.Collections.Frozen;
using System.Net.Http.Headers;
using OpenTelemetry;

namespace Technopark.ServiceDefaults;

/// <summary>Where a process learns which sessions have ended while their access tokens have not.</summary>
/// <param name="ReadAsync">Ids of the sessions, all of them each time.</param>
public sealed record RevokedSessionsSource(Func<IServiceProvider, CancellationToken, Task<Guid[]>> ReadAsync)
{
    /// <summary>Where the identity service says it.</summary>
    public const string Path = "/identity/connect/ended";

    /// <summary>The identity service says it, to the park's own services only.</summary>
    public static RevokedSessionsSource Identity { get; } = new(AskAsync);

    private static async Task<Guid[]> AskAsync(IServiceProvider services, CancellationToken ct)
    {
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://identity{Path}");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", await services.GetRequiredService<ClientCredentialsTokens>().GetAsync(ct));
        using var answer = await http.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<Guid[]>(ct) ?? [];
    }
}

/// <summary>Sessions that ended before their access tokens did; while identity is away, those known last.</summary>
public sealed partial class RevokedSessions(
    IServiceScopeFactory scopes, RevokedSessionsSource source, TimeProvider clock,
    ILogger<RevokedSessions> log) : BackgroundService
{
    /// <summary>How often it is asked: so long after the end of a session some may not know of it.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private volatile FrozenSet<string> _ended = [];

    /// <summary>All that are known, as tokens name them.</summary>
    public IReadOnlyCollection<string> All => _ended;

    /// <summary>True where the session that a token or cookie names as <c>sid</c> has ended.</summary>
    public bool Contains(string? session) => session is not null && _ended.Contains(session);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        var reached = true;
        do
        {
            try
            {
                await ReadAsync(stoppingToken);
                reached = true;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                if (reached)
                {
                    LogAway(log, failure.Message);
                }

                reached = false;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        // Asked every two seconds by everybody: nothing that an operator wants to see among the traces.
        using var quiet = SuppressInstrumentationScope.Begin();
        await using var scope = scopes.CreateAsyncScope();
        var ended = await source.ReadAsync(scope.ServiceProvider, ct);
        _ended = ended.Select(session => session.ToString()).ToFrozenSet(StringComparer.Ordinal);
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "The identity service does not say which sessions have ended: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}
