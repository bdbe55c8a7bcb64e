using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Technopark.TestKit;

/// <summary>Another service of the park, as far as the centre under test asks it, on ports of its own.</summary>
public sealed class NeighbourServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private NeighbourServer(WebApplication app) => _app = app;

    /// <summary>Where it answers by gRPC.</summary>
    public string Grpc => _app.Urls.First();

    /// <summary>Where the identity service of the same park gives tokens.</summary>
    public string Tokens => _app.Urls.Last();

    /// <summary>One that gives tokens only.</summary>
    /// <param name="client">Who asks it: the centre under test.</param>
    public static NeighbourServer Start(string client) => Start(client, _ => { }, _ => { });

    /// <param name="client">Who asks it: the centre under test.</param>
    /// <param name="service">What answers by gRPC.</param>
    public static NeighbourServer Start<TService>(string client, TService service)
        where TService : class => Start(
            client, services => services.AddSingleton(service), app => app.MapGrpcService<TService>());

    /// <inheritdoc cref="Start{TService}(string, TService)"/>
    public static NeighbourServer Start<TOne, TOther>(string client, TOne one, TOther other)
        where TOne : class
        where TOther : class => Start(
        client, services => services.AddSingleton(one).AddSingleton(other),
        app =>
        {
            app.MapGrpcService<TOne>();
            app.MapGrpcService<TOther>();
        });

    private static NeighbourServer Start(
        string client, Action<IServiceCollection> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddGrpc();
        add(builder.Services);
        var app = builder.Build();
        map(app);
        app.MapPost("/identity/connect/token", () => new Dictionary<string, object>
        {
            ["access_token"] = TestTokens.OfService(client),
            ["expires_in"] = 600,
        });
        ((IHost)app).Start();
        return new NeighbourServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
