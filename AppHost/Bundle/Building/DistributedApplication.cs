using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>A graph that can be run.</summary>
public sealed class DistributedApplication : IAsyncDisposable
{
    private readonly WebApplication _app;

    internal DistributedApplication(WebApplication app) => _app = app;

    /// <summary>Services of the process that runs the park.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Begins a graph.</summary>
    /// <param name="args">The command line; it is part of the configuration.</param>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    /// <summary>Starts everything and returns when it was told to stop and everything has.</summary>
    public Task RunAsync(CancellationToken cancellationToken = default) => ((IHost)_app).RunAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
