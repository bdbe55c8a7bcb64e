using System.Text.Json;
using Technopark.Contracts;

namespace Technopark.Portal.Insights;

/// <summary>What all residents have raised, as of a date.</summary>
internal sealed record Headline(Money Attracted, DateOnly AsOf);

/// <summary>Asks the insights service.</summary>
internal sealed partial class InsightsClient(HttpClient http, ILogger<InsightsClient> log)
{
    // An addition to the API must not break the page: unknown members are let be.
    private static readonly JsonSerializerOptions Tolerant = new(JsonSerializerDefaults.Web);

    /// <summary>The headline; null while insights is away: the page is worth showing without it.</summary>
    public async Task<Headline?> FindHeadlineAsync(CancellationToken ct)
    {
        try
        {
            return await http.GetFromJsonAsync<Headline>("/api/insights/v1/headline", Tolerant, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogAway(log, e.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The headline is not available: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}

internal static class InsightsExtensions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void AddInsights(this IServiceCollection services) => services.AddHttpClient<InsightsClient>(http =>
    {
        http.BaseAddress = new("http://insights");
        http.Timeout = Patience;
    });
}
