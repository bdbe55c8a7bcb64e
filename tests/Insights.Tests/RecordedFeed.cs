using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Technopark.Contracts;
using Technopark.Feed.V1;

namespace Technopark.Insights.Tests;

/// <summary>Serves recorded events as the centres serve theirs, by gRPC on a port of its own.</summary>
public sealed class RecordedFeed : EventFeed.EventFeedBase
{
    /// <summary>What it serves, in this order.</summary>
    public IReadOnlyList<Recorded> Events { get; set; } = [];

    public string Address { get; private init; } = "";

    /// <summary>Where the identity service of the same park gives tokens.</summary>
    public string Tokens { get; private init; } = "";

    public static RecordedFeed Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(provider => new RecordedFeed
        {
            Address = provider.GetRequiredService<WebApplication>().Urls.First(),
            Tokens = provider.GetRequiredService<WebApplication>().Urls.Last(),
        });
        WebApplication? app = null;
        builder.Services.AddSingleton(_ => app!);
        app = builder.Build();
        app.MapGrpcService<RecordedFeed>();
        app.MapPost("/identity/connect/token", () => new Dictionary<string, object>
        {
            ["access_token"] = TestTokens.OfService("insights"),
            ["expires_in"] = 600,
        });
        ((IHost)app).Start();
        return app.Services.GetRequiredService<RecordedFeed>();
    }

    public override async Task Read(
        ReadRequest request, IServerStreamWriter<FeedEvent> responseStream, ServerCallContext context)
    {
        foreach (var (recorded, position) in Events.Select((recorded, position) => (recorded, position)))
        {
            var type = EventTypes.NameOf(recorded.Fact.GetType());
            if (request.Types_.Contains(type))
            {
                await responseStream.WriteAsync(new FeedEvent
                {
                    Cursor = $"7.{position}",
                    Id = recorded.Id.ToString(),
                    Type = type,
                    Subject = recorded.Subject.ToString(),
                    CompanyId = EventTypes.CompanyOf(recorded.Fact)?.ToString() ?? "",
                    Time = Timestamp.FromDateTimeOffset(recorded.Time),
                    Traceparent = InsightsFixture.Traceparent,
                    Data = JsonSerializer.Serialize<object>(recorded.Fact, ContractJson.Options),
                });
            }
        }
    }
}
