using Technopark.Contracts;

namespace Technopark.Portal.Insights;

/// <summary>What all residents have raised, as of a date.</summary>
internal sealed record Headline(Money Attracted, DateOnly AsOf);

/// <summary>Asks the insights service.</summary>
internal sealed partial class InsightsClient(HttpClient http, ILogger<InsightsClient> log)
{
    /// <summary>The headline; null while insights is away: the page is worth showing without it.</summary>
    public async Task<Headline?> FindHeadlineAsync(CancellationToken ct)
    {
        try
        {
            return await http.GetFromJsonAsync<Headline>("/api/insights/v1/headline", ct);
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
