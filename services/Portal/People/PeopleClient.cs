using System.Net.Http.Headers;

namespace Technopark.Portal.People;

/// <summary>Who looks at the page.</summary>
internal sealed record Person(string Name);

/// <summary>Asks the identity service, with the token that the gateway has made of the browser's cookie.</summary>
internal sealed partial class PeopleClient(HttpClient http, ILogger<PeopleClient> log)
{
    /// <summary>Null where nobody has signed in, or the service is away: the page is shown without a name.</summary>
    public async Task<Person?> FindMeAsync(HttpContext context)
    {
        if (!context.IsSignedIn())
        {
            return null;
        }

        var ct = context.RequestAborted;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/identity/v1/me");
            request.Headers.Authorization =
                AuthenticationHeaderValue.Parse(context.Request.Headers.Authorization.ToString());
            using var answer = await http.SendAsync(request, ct);
            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadFromJsonAsync<Person>(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogAway(log, e.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The person's name is not available: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}

internal static class PeopleExtensions
{
    /// <summary>True where the gateway says who looks; services check the token, the portal only hands it on.</summary>
    public static bool IsSignedIn(this HttpContext context) => context.Request.Headers.Authorization.Count == 1;

    /// <summary>A page with somebody's name on it is for nobody else.</summary>
    public static void UsePrivatePages(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.IsSignedIn())
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        return next(context);
    });
}
