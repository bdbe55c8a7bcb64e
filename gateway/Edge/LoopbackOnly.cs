using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Technopark.Gateway.Edge;

/// <summary>The gateway was told to listen where other machines reach it.</summary>
internal sealed class AddressRefusedException(EndPoint address) : Exception(
    $"The gateway does not listen on {address}: nobody signs in yet, so it serves this machine only. " +
    "Use a loopback address, or set Gateway:AllowPublicAddress=true behind a proxy that authenticates. / " +
    $"Шлюз не открывает {address}: входа в систему ещё нет, поэтому он доступен только с этой машины. " +
    "Укажите адрес loopback или Gateway:AllowPublicAddress=true за прокси, который проверяет пользователей.");

/// <summary>Until there is sign-in, the gateway listens on loopback only, says so, and refuses anything else before it binds.</summary>
internal static partial class LoopbackOnly
{
    public static void AddLoopbackOnly(this WebApplicationBuilder builder)
    {
        var isPublic = builder.Configuration.GetGatewayOptions().AllowPublicAddress;

        // Kestrel asks this for each endpoint before binding it, however it was configured.
        builder.Services.PostConfigure<KestrelServerOptions>(kestrel => kestrel.ConfigureEndpointDefaults(endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http1;
            if (!isPublic && endpoint.EndPoint is not UnixDomainSocketEndPoint && !IsLoopback(endpoint))
            {
                throw new AddressRefusedException(endpoint.EndPoint);
            }
        }));
        builder.Services.AddHostedService<Announcement>();
    }

    private static bool IsLoopback(ListenOptions endpoint) =>
        endpoint.EndPoint is IPEndPoint address && IPAddress.IsLoopback(address.Address);

    private sealed partial class Announcement(IServer server, IHostApplicationLifetime lifetime, ILogger<Announcement> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStarted.Register(() =>
            {
                foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
                {
                    Announce(address);
                }
            });
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private void Announce(string address)
        {
            if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback)
            {
                LogLocal(log, address);
            }
            else
            {
                LogPublic(log, address);
            }
        }

        [LoggerMessage(Level = LogLevel.Information, Message =
            "The gateway listens on {Address}, for this machine only: sign-in is not there yet / Шлюз доступен только с этой машины")]
        private static partial void LogLocal(ILogger logger, string address);

        [LoggerMessage(Level = LogLevel.Warning, Message =
            "The gateway listens on {Address} WITHOUT sign-in: whoever reaches it may do anything / Шлюз открыт без входа в систему")]
        private static partial void LogPublic(ILogger logger, string address);
    }
}
