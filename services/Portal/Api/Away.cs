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
}
