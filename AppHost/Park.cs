using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Technopark.AppHost;

/// <summary>What every centre of the park is given: a database of its own, the bus, endpoints, a health check.</summary>
internal sealed class Park(IDistributedApplicationBuilder builder, Infrastructure infrastructure, Site site)
{
    /// <summary>Its schema is brought up to date by a run of its own with --migrate, before it starts.</summary>
    /// <param name="furnish">Settings of its own, for the migration too.</param>
    public IResourceBuilder<ProjectResource> AddCentre<TProject>(string name, Action<IResourceBuilder<ProjectResource>>? furnish = null)
        where TProject : IProjectMetadata, new()
    {
        var database = infrastructure.AddDatabase(name);
        var bus = infrastructure.AddBus(name);
        var migration = Told(AddMigration<TProject>(name));
        var replicas = ReplicasOf(name);
        var centre = Told(AddProject<TProject>(name, site.Ports.Next(), replicas))
            .WithHttpEndpoint(port: site.Ports.Next(), name: "grpc", env: "GRPC_PORT", isProxied: replicas > 1)
            .WithHttpCommand("/ops/messages/redrive", "Redrive messages / Повторить сообщения", endpointName: "http",
                commandName: "redrive", commandOptions: new HttpCommandOptions
                {
                    Description = "Sends parked and dead-lettered messages once more, after what failed them was mended.",
                    IconName = "ArrowRepeatAll",
                    PrepareRequest = command =>
                    {
                        command.Request.Headers.Add("X-Operations-Key", site.Secret($"operations-{name}"));
                        return Task.CompletedTask;
                    },
                })
            .WaitForCompletion(migration);
        furnish?.Invoke(migration);
        furnish?.Invoke(centre);
        infrastructure.WaitForBus(centre);
        migration.WithParentRelationship(centre);
        return centre;

        IResourceBuilder<ProjectResource> Told(IResourceBuilder<ProjectResource> project) => Situated(project)
            .WithReference(database, connectionName: name)
            .WithReference(bus, connectionName: "rabbitmq")
            .WithEnvironment("SignIn__ClientSecret", site.Secret($"client-{name}"))
            .WithEnvironment("Operations__Key", site.Secret($"operations-{name}"))
            // It gathers a person's copy of what is kept about them.
            .WithEnvironment("Callers__PersonalData__0", "identity");
    }

    /// <summary>The way in: it keeps who is signed in with which browser in a database of its own, and hears no events.</summary>
    public IResourceBuilder<ProjectResource> AddGateway<TProject>(string name, int port)
        where TProject : IProjectMetadata, new()
    {
        var database = infrastructure.AddDatabase(name);
        var migration = Told(AddMigration<TProject>(name));
        var gateway = Told(AddProject<TProject>(name, port, ReplicasOf(name))).WaitForCompletion(migration);
        migration.WithParentRelationship(gateway);
        return gateway;

        IResourceBuilder<ProjectResource> Told(IResourceBuilder<ProjectResource> project)
        {
            SignIn.Seal(project, site, name);
            return Situated(project)
                .WithReference(database, connectionName: name)
                .WithEnvironment("SignIn__ClientSecret", site.Secret($"client-{name}"))
                .WithEnvironment("AllowedHosts", $"{site.PublicUrl.Host};localhost;127.0.0.1;[::1]");
        }
    }

    /// <summary>A web process without a database.</summary>
    public IResourceBuilder<ProjectResource> AddWeb<TProject>(string name, int port)
        where TProject : IProjectMetadata, new() =>
        AddProject<TProject>(name, port, ReplicasOf(name));

    /// <summary>Tells each of them where the others are, and lets those read its event feed.</summary>
    public static void Acquaint(params IResourceBuilder<ProjectResource>[] centres)
    {
        foreach (var centre in centres)
        {
            foreach (var (number, other) in centres.Where(other => other != centre).Index())
            {
                centre.WithReference(other).WithEnvironment($"Callers__EventFeed__{number}", other.Resource.Name);
            }
        }
    }

    private IResourceBuilder<ProjectResource> AddMigration<TProject>(string name)
        where TProject : IProjectMetadata, new() =>
        builder.AddProject<TProject>($"{name}-migrate")
            .WithArgs("--migrate")
            .WaitForCompletion(infrastructure.Databases)
            .WithAnnotation(new RunsOnce());

    private IResourceBuilder<ProjectResource> AddProject<TProject>(string name, int port, int replicas)
        where TProject : IProjectMetadata, new() =>
        Situated(builder.AddProject<TProject>(name))
            // A single process is reached directly: a proxy would only cost time.
            .WithHttpEndpoint(port: port, isProxied: replicas > 1)
            .WithHttpHealthCheck("/health")
            .WithReplicas(replicas)
            .WithAnnotation(new Lasting())
            // Set, a process whose collector is gone takes twelve seconds to stop.
            .WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "")
            .WithEnvironment("OTEL_METRIC_EXPORT_INTERVAL", "5000")
            .WithEnvironment("DOTNET_gcServer", "0");

    private IResourceBuilder<ProjectResource> Situated(IResourceBuilder<ProjectResource> project)
    {
        var isIdentity = project.Resource.Name.StartsWith("identity", StringComparison.Ordinal);
        // What the operator gave to the park or to one service alone, and every process would inherit.
        foreach (var alone in Environment.GetEnvironmentVariables().Keys.OfType<string>()
            .Where(name => !isIdentity && name.StartsWith("Identity__", StringComparison.OrdinalIgnoreCase))
            .Concat(["ConnectionStrings__postgres", "ConnectionStrings__rabbitmq"]))
        {
            project.WithEnvironment(alone, "");
        }

        return project
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", site.Stage)
            .WithEnvironment("SignIn__Issuer", new Uri(site.PublicUrl, "identity/").AbsoluteUri);
    }

    private int ReplicasOf(string name) =>
        int.TryParse(builder.Configuration[$"Park:Replicas:{name}"], CultureInfo.InvariantCulture, out var replicas) ? replicas : 1;
}

internal static class ParkExtensions
{
    /// <summary>PostgreSQL and RabbitMQ, and what keeps watch over the park.</summary>
    public static Park AddPark(this IDistributedApplicationBuilder builder, Site site)
    {
        builder.Services.AddSingleton(site);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHostedService<Supervisor>();
        builder.Services.AddSingleton<IEnumerable<IResource>>(builder.Resources);
        builder.Services.AddHostedService<Reporter>();
        var infrastructure = new Infrastructure(builder, site);
        foreach (var subscriber in builder.Configuration.GetSection("Park:Subscribers").GetChildren())
        {
            infrastructure.AddSubscriber(subscriber.Value!);
        }

        return new Park(builder, infrastructure, site);
    }
}

/// <summary>Marks what runs to its end once: it is not started again when it has ended.</summary>
internal sealed record RunsOnce : IResourceAnnotation;

/// <summary>Marks what runs as long as the park does: it is started again when it has ended.</summary>
internal sealed record Lasting : IResourceAnnotation;
