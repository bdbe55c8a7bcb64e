using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Technopark.Client.Tests;

/// <summary>A service that answers all it is asked as a test says, and keeps what came.</summary>
internal sealed class OneAnswerServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OneAnswerServer(WebApplication app) => _app = app;

    /// <summary>In their order; the server uses its own headers again.</summary>
    public List<(string Request, IHeaderDictionary Headers, string Body)> Seen { get; } = [];

    public HttpClient Http => new() { BaseAddress = new Uri(_app.Urls.Single()) };

    public static async Task<OneAnswerServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new OneAnswerServer(builder.Build());
        server._app.Run(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            var request = context.Request;
            var headers = new HeaderDictionary(request.Headers.ToDictionary());
            server.Seen.Add((
                $"{request.Method} {request.Path}{request.QueryString}", headers, await body.ReadToEndAsync()));
            await answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Answers a JSON document under a tag.</summary>
    public static Task<OneAnswerServer> StartAsync(string json, int status = 200) => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.ETag = "\"7\"";
        context.Response.ContentType = status < 300 ? "application/json" : "application/problem+json";
        return context.Response.WriteAsync(json);
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
