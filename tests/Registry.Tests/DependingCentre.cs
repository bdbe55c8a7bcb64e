using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Technopark.Companies.V1;

namespace Technopark.Registry.Tests;

/// <summary>Another centre, as far as it tells what depends on a company, by gRPC on a port of its own.</summary>
public sealed class DependingCentre : CompanyDependents.CompanyDependentsBase
{
    /// <summary>What depends on a company; null where it does not answer.</summary>
    private readonly ConcurrentDictionary<string, string[]?> _kinds = new();

    public string Address { get; private set; } = "";

    /// <summary>Where the identity service of the same park gives tokens.</summary>
    public string Tokens { get; private set; } = "";

    public static DependingCentre Start()
    {
        var centre = new DependingCentre();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(centre);
        var app = builder.Build();
        app.MapGrpcService<DependingCentre>();
        app.MapPost("/identity/connect/token", () => new Dictionary<string, object>
        {
            ["access_token"] = TestTokens.OfService("registry"),
            ["expires_in"] = 600,
        });
        ((IHost)app).Start();
        (centre.Address, centre.Tokens) = (app.Urls.First(), app.Urls.Last());
        return centre;
    }

    /// <param name="kinds">Null: it does not answer.</param>
    public void Has(Guid company, params string[]? kinds) => _kinds[company.ToString()] = kinds;

    public override Task<FindReply> Find(FindRequest request, ServerCallContext context) =>
        _kinds.GetValueOrDefault(request.CompanyId, []) is { } kinds
            ? Task.FromResult(new FindReply { Kinds = { kinds } })
            : throw new RpcException(new Status(StatusCode.Unavailable, "away"));
}
