using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Technopark.ServiceDefaults.Tests;

/// <summary>A process with nothing but the defaults and endpoints that fail in different ways.</summary>
public sealed class Sample : IAsyncLifetime
{
    private WebApplication app = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        app = Create("--urls=http://127.0.0.1:0");
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    internal static WebApplication Create(params string[] args)
    {
        var builder = WebApplication.CreateBuilder([.. args, "--SignIn:Issuer=https://park.example/identity/"]);
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapPost("/things", (Thing thing) => thing);
        app.MapGet("/things", (int limit) => limit);
        app.MapGet("/unknown", object () => throw new InvalidOperationException("secret"));
        app.MapGet("/refused",
            object (ProblemKind kind) => throw new ProblemException(kind, "someCode", "Say it to the caller."));
        app.MapGet(
            "/rules", () => TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { ["Founders[0].ShareOf"] = ["Too much."] }));
        return app;
    }

    internal sealed record Thing(string Name, int Count, Colour Colour);

    internal enum Colour
    {
        Red,
        DarkBlue,
    }
}
