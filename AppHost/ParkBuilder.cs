using Microsoft.Extensions.Hosting;

namespace Technopark.AppHost;

internal static class ParkBuilder
{
    /// <summary>PostgreSQL and RabbitMQ, and what keeps watch over the park.</summary>
    public static Park AddPark(this IDistributedApplicationBuilder builder, StateDirectory state)
    {
        DashboardSettings.Add(builder, state);
        var infrastructure = new Infrastructure(builder, state);
        var projects = new ParkProjects(builder, infrastructure, state);
        var park = new Park(projects, infrastructure, state);
        builder.Eventing.Subscribe<BeforeStartEvent>((_, _) =>
        {
            projects.CheckReplicas();
            park.ConnectServices();
            infrastructure.WriteBrokerUsers();
            return Task.CompletedTask;
        });
        if (builder.ExecutionContext.IsRunMode)
        {
            builder.Services.AddSingleton(state).AddSingleton(infrastructure).AddSingleton<StartupReporter>();
            // Before Aspire's own: that one returns only when everything runs.
            builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(
                services => services.GetRequiredService<StartupReporter>()));
            builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, Supervisor>());
        }

        return park;
    }
}
