namespace Technopark.SystemTests;

/// <summary>Sends again, with the same key, what is not answered, in time (504) or at all, or refused (503).</summary>
internal sealed class PersistentClient(Action refused) : DelegatingHandler(new SocketsHttpHandler())
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>In every role.</summary>
    public static HttpClient Of(RunningPark park, Action refused)
    {
        var http = new HttpClient(new PersistentClient(refused)) { BaseAddress = park.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = park.Http.DefaultRequestHeaders.Authorization;
        return http;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var answer = await base.SendAsync(request, cancellationToken);
                if (answer.StatusCode == HttpStatusCode.PreconditionFailed && request.Headers.IfMatch.Count == 0)
                {
                    // Another created something beside it.
                    continue;
                }

                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                {
                    Assert.NotNull(answer.Headers.RetryAfter);
                    refused();
                }
                else if (answer.StatusCode != HttpStatusCode.GatewayTimeout)
                {
                    return answer;
                }
            }
            catch (HttpRequestException)
            {
                // The gateway itself is away: nothing was answered, so nothing was acknowledged.
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
