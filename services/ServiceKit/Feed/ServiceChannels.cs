using Grpc.Core;
using Grpc.Net.Client;

namespace Technopark.ServiceKit.Feed;

/// <summary>gRPC channels to the other centres, by name; every call carries this service's own token.</summary>
public sealed class ServiceChannels(
    IConfiguration configuration, ClientCredentialsTokens tokens, IOptions<JwtAuthenticationOptions> own) : IDisposable
{
    private readonly Dictionary<string, GrpcChannel> _channels = [];

    /// <summary>The centres that there are besides this one.</summary>
    public IEnumerable<string> Names => configuration.GetSection("services").GetChildren()
        .Where(service => service.GetSection("grpc").Exists()).Select(service => service.Key)
        .Where(name => name != own.Value.ClientId);

    /// <summary>The park's network inside carries no TLS, yet every call says whose it is.</summary>
    private CallCredentials OwnToken => CallCredentials.FromInterceptor(async (context, metadata) =>
        metadata.Add("Authorization", $"Bearer {await tokens.GetAsync(context.CancellationToken)}"));

    /// <exception cref="InvalidOperationException">Nobody said where the service is.</exception>
    public GrpcChannel To(string service)
    {
        lock (_channels)
        {
            if (!_channels.TryGetValue(service, out var channel))
            {
                var address = configuration[$"services:{service}:grpc:0"]
                    ?? throw new InvalidOperationException(
                        $"services:{service}:grpc:0 is not set: the gRPC address of {service}.");
                _channels.Add(service, channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
                {
                    Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, OwnToken),
                    UnsafeUseInsecureChannelCallCredentials = true,
                }));
            }

            return channel;
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
