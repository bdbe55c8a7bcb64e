namespace Technopark.Portal.Api;

/// <summary>What it looks like when a service does not answer, and what is shown then.</summary>
internal static class Away
{
    /// <summary>No answer came; a refusal is one.</summary>
    public static bool Is(Exception e) =>
        e is HttpRequestException or OperationCanceledException or Polly.ExecutionRejectedException;

    /// <summary>Null where the service is away or refuses: the page is worth showing without it.</summary>
    public static async Task<T?> OrNothingAsync<T>(Func<Task<T>> load)
        where T : class
    {
        try
        {
            return await load();
        }
        catch (Exception e) when (e is ApiProblemException || Is(e))
        {
            return null;
        }
    }

    /// <summary>The same where it takes longer than is worth waiting for.</summary>
    public static async Task<T?> OrNothingAsync<T>(
        Func<CancellationToken, Task<T>> load, TimeSpan patience, CancellationToken ct)
        where T : class
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        waiting.CancelAfter(patience);
        return await OrNothingAsync(() => load(waiting.Token));
    }
}
