using Grpc.Core;
using Grpc.Net.Client;
using Technopark.Feed.V1;

namespace Technopark.SystemTests;

/// <summary>What one service of the park asks of another, with a token of its own.</summary>
internal static class Neighbour
{
    public static async Task<string> ServiceTokenAsync(this RunningPark park, string service)
    {
        using var http = new HttpClient { BaseAddress = park.Inside("identity") };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = service,
            ["client_secret"] = park.Secret($"client-{service}"),
            ["scope"] = "technopark.services",
        });
        using var answer = await http.PostAsync(new Uri("/identity/connect/token", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

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
        await foreach (var entry in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            events.Add(entry);
        }

        return events;
    }
}
