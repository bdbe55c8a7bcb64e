using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;

namespace Technopark.AppHost;

/// <summary>The dashboard as a process of the park like any other: settings, health, and a restart.</summary>
internal sealed class DashboardSettings : IDistributedApplicationEventingSubscriber
{
    private const string HealthCheck = "dashboard";

    public static void Add(IDistributedApplicationBuilder builder, StateDirectory state)
    {
        var settings = builder.Configuration;
        settings["AppHost:BrowserToken"] = settings["AppHost:DashboardApiKey"] = state.DashboardToken;
        settings["ASPNETCORE_URLS"] ??= state.Dashboard;
        settings["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] ??= $"http://127.0.0.1:{state.Ports.Next()}";
        settings["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] ??= $"http://127.0.0.1:{state.Ports.Next()}";
        settings["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] ??= "true";
        // Telemetry would be kept outside the state directory, and names what an erased person did.
        settings["ASPIRE_DASHBOARD_PERSISTENCE_MODE"] ??= "None";
        settings["ASPIRE_VERSION_CHECK_DISABLED"] ??= "true";
        settings["Logging:LogLevel:Default"] ??= "Warning";
        // Why a start was given up is said by who gave it up.
        settings["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] ??= "None";
        // Else processes are left for a moment after this one has ended.
        settings["DcpPublisher:WaitForResourceCleanup"] ??= "true";
        builder.Services.AddHealthChecks().AddUrlGroup(new Uri($"{state.Dashboard}/login"), HealthCheck);
        builder.Services.AddEventingSubscriber<DashboardSettings>();
    }

    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext context, CancellationToken ct)
    {
        eventing.Subscribe<BeforeStartEvent>((start, _) =>
        {
            start.Model.Resources.Where(resource => resource.Name == "aspire-dashboard").ToList().ForEach(Supervise);
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    /// <summary>Aspire keeps the start command from it by an annotation that has no public name.</summary>
    private static void Supervise(IResource dashboard)
    {
        var without = dashboard.Annotations.Where(
            annotation => annotation.GetType().Name == "ExcludeLifecycleCommandsAnnotation");
        foreach (var annotation in without.ToArray())
        {
            dashboard.Annotations.Remove(annotation);
        }

        dashboard.Annotations.Add(new RestartAlways());
        dashboard.Annotations.Add(new HealthCheckAnnotation(HealthCheck));
    }
}
