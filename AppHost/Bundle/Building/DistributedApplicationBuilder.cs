using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly WebApplicationBuilder _web;
    private readonly DashboardSettings _dashboard;

    public DistributedApplicationBuilder(string[] args)
    {
        _web = WebApplication.CreateSlimBuilder(args);
        _web.Logging.SetMinimumLevel(LogLevel.Warning);
        // ASPNETCORE_URLS is where the dashboard listens; this process only answers the dashboard.
        _web.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        _dashboard = new DashboardSettings(_web.Configuration);
        _web.Services.AddGrpc();
        _web.Services.AddHealthChecks();
        _web.Services.AddSingleton(Resources);
        _web.Services.AddSingleton(TimeProvider.System);
        _web.Services.AddSingleton<ResourceNotificationService>();
        _web.Services.AddSingleton<ResourceLoggerService>();
        _web.Services.AddSingleton(services =>
            new ResourceCommandService(new Lazy<Orchestrator>(services.GetRequiredService<Orchestrator>)));
        _web.Services.AddSingleton(_dashboard);
        _web.Services.AddSingleton<DcpSession>();
        _web.Services.AddSingleton<ExecutablePlanner>();
        _web.Services.AddSingleton<WaitGate>();
        _web.Services.AddSingleton<ConsoleLogs>();
        _web.Services.AddSingleton<ReplicaLauncher>();
        _web.Services.AddSingleton<HealthMonitor>();
        _web.Services.AddSingleton<Orchestrator>();
        _web.Services.AddHostedService(services => services.GetRequiredService<Orchestrator>());
    }

    public ConfigurationManager Configuration => _web.Configuration;

    public IServiceCollection Services => _web.Services;

    public ICollection<IResource> Resources { get; } = [];

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        if (Resources.Any(other => other.Name == resource.Name))
        {
            throw new DistributedApplicationException($"There is already a resource named {resource.Name}.");
        }

        Resources.Add(resource);
        return new ResourceBuilder<T>(this, resource);
    }

    public DistributedApplication Build()
    {
        DashboardSettings.AddDashboard(this, _dashboard);
        var address = new Uri(Configuration["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"]
            ?? throw new DistributedApplicationException("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL must say where the dashboard asks."));
        _web.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ListenLocalhost(address.Port, listen => listen.Protocols = HttpProtocols.Http2));
        var app = _web.Build();
        app.UseMiddleware<DashboardKeyCheck>();
        app.MapGrpcService<DashboardResources>();
        return new DistributedApplication(app);
    }

    private sealed class ResourceBuilder<T>(DistributedApplicationBuilder application, T resource) : IResourceBuilder<T>
        where T : IResource
    {
        public IDistributedApplicationBuilder ApplicationBuilder => application;

        public T Resource => resource;

        public IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation)
            where TAnnotation : IResourceAnnotation
        {
            resource.Annotations.Add(annotation);
            return this;
        }
    }
}
