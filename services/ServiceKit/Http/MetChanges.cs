using System.Security.Cryptography;

namespace Technopark.ServiceKit.Http;

/// <summary>
/// Repeats a change that met another one in the database (a deadlock, a serialization failure): PostgreSQL has undone
/// all of it, so it begins again from what is there now. Whoever meets others each time is told to come back: 503.
/// </summary>
internal static class MetChanges
{
    public const int AttemptsAtMost = 4;
    private const int PauseAtMostInMilliseconds = 100;

    /// <summary>Outside all other filters: what they did is done again too. The body has been read by then.</summary>
    public static void RepeatMetChanges(this IEndpointConventionBuilder endpoints) => endpoints.Add(endpoint =>
    {
        if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods is not ["GET"])
        {
            endpoint.FilterFactories.Insert(0, (_, next) => invocation => AttemptAsync(invocation, next));
        }
    });

    private static async ValueTask<object?> AttemptAsync(
        EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var ct = invocation.HttpContext.RequestAborted;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await next(invocation);
            }
            catch (Exception e) when (attempt < AttemptsAtMost && DatabaseProblems.HasMet(e))
            {
                // What was loaded is old, and its changes are not to be saved with the next attempt's.
                invocation.HttpContext.RequestServices.GetRequiredService<CentreDb>().ChangeTracker.Clear();
                // By chance, so that the two do not meet again in step.
                await Task.Delay(RandomNumberGenerator.GetInt32(PauseAtMostInMilliseconds * attempt), ct);
            }
        }
    }
}
