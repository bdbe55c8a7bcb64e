using System.Text.Json;
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

    public static RecordedFeed Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(provider => new RecordedFeed { Address = provider.GetRequiredService<WebApplication>().Urls.Single() });
        WebApplication? app = null;
        builder.Services.AddSingleton(_ => app!);
        app = builder.Build();
        app.MapGrpcService<RecordedFeed>();
        ((IHost)app).Start();
        return app.Services.GetRequiredService<RecordedFeed>();
    }

    public override async Task Read(ReadRequest request, IServerStreamWriter<FeedEvent> responseStream, ServerCallContext context)
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
