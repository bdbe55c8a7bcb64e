using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Technopark.Gateway.Tests;

/// <summary>A service behind the gateway that answers all it is asked, and keeps what came.</summary>
internal sealed class Upstream : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TaskCompletionSource stopped = new();

    private Upstream(WebApplication app) => this.app = app;

    public ConcurrentQueue<Seen> Requests { get; } = new();

    public string Address => app.Urls.Single();

    /// <summary>Set before a request: how the service answers it.</summary>
    public Func<HttpContext, Task>? Answer { get; set; }

    /// <summary>Ends when the test does: for a service that does not answer.</summary>
    public Task Stopped => stopped.Task;

    public static async Task<Upstream> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var upstream = new Upstream(builder.Build());
        upstream.app.Run(upstream.AnswerAsync);
        await upstream.app.StartAsync();
        return upstream;
    }

    public async ValueTask DisposeAsync()
    {
        stopped.TrySetResult();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Requests.Enqueue(new Seen(request.Method, target, headers));
        if (Answer is { } answer)
        {
            await answer(context);
            return;
        }

        context.Response.Headers.Server = "upstream";
        await context.Response.WriteAsJsonAsync(new { target }, JsonSerializerOptions.Web);
    }
}

/// <summary>A request as the service saw it.</summary>
internal sealed record Seen(string Method, string Target, IReadOnlyDictionary<string, string> Headers);
