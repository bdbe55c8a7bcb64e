using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Requests of the process that runs the park to the resources it runs.</summary>
internal static class HttpProbe
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    public static async Task<HealthCheckResult> GetAsync(Uri url, int statusCode, CancellationToken ct)
    {
        using var response = await Http.GetAsync(url, ct);
        return (int)response.StatusCode == statusCode
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"{url} answered {(int)response.StatusCode}.");
    }

    public static async Task<ExecuteCommandResult> SendAsync(HttpCommandOptions options, Uri url, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(options.Method ?? HttpMethod.Post, url);
        await (options.PrepareRequest?.Invoke(new HttpCommandRequestContext { Request = request }) ?? Task.CompletedTask);
        using var response = await Http.SendAsync(request, ct);
        var answer = await response.Content.ReadAsStringAsync(ct);
        return new ExecuteCommandResult
        {
            Success = response.IsSuccessStatusCode,
            Message = response.IsSuccessStatusCode ? answer : $"{(int)response.StatusCode}: {answer}",
        };
    }
}
