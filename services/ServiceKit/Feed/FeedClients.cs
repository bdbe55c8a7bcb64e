using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Configuration;
using Technopark.Feed.V1;
using Technopark.ServiceKit.Access;

namespace Technopark.ServiceKit.Feed;

/// <summary>Clients of the other centres' feeds, by the name of the centre.</summary>
internal sealed class FeedClients(IConfiguration configuration, ServiceTokens tokens) : IDisposable
{
    private readonly Dictionary<string, GrpcChannel> _channels = [];

    public EventFeed.EventFeedClient Of(string service)
    {
        lock (_channels)
        {
            if (!_channels.TryGetValue(service, out var channel))
            {
                var address = configuration[$"services:{service}:grpc:0"]
                    ?? throw new InvalidOperationException($"services:{service}:grpc:0 is not set: the gRPC address of {service}.");
                _channels.Add(service, channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
                {
                    Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, tokens.Credentials),
                    UnsafeUseInsecureChannelCallCredentials = true,
                }));
            }

            return new EventFeed.EventFeedClient(channel);
        }
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
        {
            channel.Dispose();
        }
    }
}
