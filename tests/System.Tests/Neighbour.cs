using Grpc.Core;
using Grpc.Net.Client;
using Technopark.Feed.V1;

namespace Technopark.SystemTests;

/// <summary>What one service of the park asks of another, with a token of its own.</summary>
internal static class Neighbour
{
    /// <summary>What a service is answered when it asks for a token of its own.</summary>
    public static Task<JsonElement> ServiceAsync(this RunningPark park, string service, Uri server) =>
        SignedIn.AskAsync(server, new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = service,
            ["client_secret"] = park.Secret($"client-{service}"),
            ["scope"] = "technopark.services",
        });

    public static async Task<string> ServiceTokenAsync(this RunningPark park, string service) =>
        SignedIn.AccessTokenIn(await park.ServiceAsync(service, park.Inside("identity")));

    /// <summary>All that a service's feed has until now, as a reader with this token gets it.</summary>
    /// <exception cref="RpcException">The service refuses.</exception>
    public static async Task<IReadOnlyList<FeedEvent>> FeedAsync(this RunningPark park, string service, string token)
    {
        var address = park.State.Resources.First(process => process.Name == service).Endpoints["grpc"];
        using var channel = GrpcChannel.ForAddress(address);
        var headers = token.Length > 0 ? new Metadata { { "Authorization", $"Bearer {token}" } } : [];
        using var call = new EventFeed.EventFeedClient(channel)
            .Read(new ReadRequest(), headers, DateTime.UtcNow.AddSeconds(30));
        var events = new List<FeedEvent>();
        await foreach (var entry in call.ResponseStream.ReadAllAsync())
        {
            events.Add(entry);
        }

        return events;
    }
}
