using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard;

/// <summary>Where the dashboard listens and the keys it is spoken to with.</summary>
internal sealed class DashboardSettings(IConfiguration configuration)
{
    private readonly string _telemetryKey = Secrets.Key();

    /// <summary>What the dashboard shows when it asks for resources.</summary>
    public string ResourceServiceKey { get; } = Secrets.Key();

    /// <summary>What projects need in order to send telemetry, as Aspire sets it.</summary>
    public void AddTelemetry(Dictionary<string, string?> environment, string service, string instance)
    {
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = Required("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL");
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        environment["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={_telemetryKey}";
        environment["OTEL_SERVICE_NAME"] = service;
        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instance}";
        environment["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
        environment["OTEL_TRACES_SAMPLER"] = "always_on";
    }

    /// <summary>The dashboard is a process of the park like any other, only not shown.</summary>
    public static void AddDashboard(IDistributedApplicationBuilder builder, DashboardSettings settings)
    {
        var directory = builder.Configuration["ASPIRE_DASHBOARD_PATH"]
            ?? throw new DistributedApplicationException("ASPIRE_DASHBOARD_PATH must name the Aspire CLI's aspire-managed program.");
        var frontend = new Uri(settings.Required("ASPNETCORE_URLS"));
        builder.AddExecutable("aspire-dashboard", directory, AppContext.BaseDirectory, "dashboard")
            .WithHttpEndpoint(port: frontend.Port, isProxied: false)
            .WithHttpHealthCheck("/login")
            .WithAnnotation(new HiddenAnnotation())
            .WithEnvironment("ASPNETCORE_URLS", frontend.GetLeftPart(UriPartial.Authority))
            .WithEnvironment("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", settings.Required("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"))
            .WithEnvironment("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", settings.Required("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"))
            .WithEnvironment("ASPIRE_ALLOW_UNSECURED_TRANSPORT", "true")
            .WithEnvironment("ASPIRE_DASHBOARD_API_ENABLED", "true")
            .WithEnvironment("DASHBOARD__API__AUTHMODE", "ApiKey")
            .WithEnvironment("DASHBOARD__API__PRIMARYAPIKEY", settings.Required("ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN"))
            .WithEnvironment("DASHBOARD__FRONTEND__AUTHMODE", "BrowserToken")
            .WithEnvironment("DASHBOARD__FRONTEND__BROWSERTOKEN", settings.Required("ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN"))
            .WithEnvironment("DASHBOARD__OTLP__AUTHMODE", "ApiKey")
            .WithEnvironment("DASHBOARD__OTLP__PRIMARYAPIKEY", settings._telemetryKey)
            .WithEnvironment("DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE", "ApiKey")
            .WithEnvironment("DASHBOARD__RESOURCESERVICECLIENT__APIKEY", settings.ResourceServiceKey);
    }

    private string Required(string name) =>
        configuration[name] ?? throw new DistributedApplicationException($"{name} is not set.");
}
