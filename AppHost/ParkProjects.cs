using Microsoft.Extensions.Configuration;

namespace Technopark.AppHost;

/// <summary>How a project of the park runs: its built program, ports, health and the settings that all have.</summary>
internal sealed class ParkProjects(
    IDistributedApplicationBuilder builder, Infrastructure infrastructure, StateDirectory state)
{
    private readonly HashSet<string> _names = [];

    /// <summary><c>rooms</c> of <c>Technopark.Rooms.csproj</c>.</summary>
    public static string NameOf(string project) =>
        Path.GetFileNameWithoutExtension(project).Split('.')[^1].ToLowerInvariant();

    public IResourceBuilder<ProjectResource> Add(string project, int port)
    {
        var name = NameOf(project);
        _names.Add(name);
        var replicas = ReplicasOf(name);
        return AddProgram(project, name)
            // Several share an address behind the proxy of the orchestrator; one alone has no need of it.
            .WithHttpEndpoint(port: port, isProxied: replicas > 1)
            .WithHttpHealthCheck("/health")
            .WithReplicas(replicas)
            .WithAnnotation(new RestartAlways())
            // Aspire sends telemetry soon only in Development, and there it shows query strings too.
            .WithEnvironment("OTEL_BSP_SCHEDULE_DELAY", "1000")
            .WithEnvironment("OTEL_BLRP_SCHEDULE_DELAY", "1000")
            .WithEnvironment("OTEL_METRIC_EXPORT_INTERVAL", "5000")
            // Set, a process whose collector is gone takes twelve seconds to stop.
            .WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "")
            .WithEnvironment("DOTNET_gcServer", "0");
    }

    public void AddGrpc(IResourceBuilder<ProjectResource> service) => service
        .WithHttpEndpoint(port: state.Ports.Next(), name: "grpc", isProxied: ReplicasOf(service.Resource.Name) > 1)
        .WithUrlForEndpoint("grpc", url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly)
        // Not by the endpoint's own variable: the service would not listen there.
        .WithEnvironment("GRPC_PORT", service.GetEndpoint("grpc").Property(EndpointProperty.TargetPort));

    /// <summary>A run of the project that brings its schema up to date and ends.</summary>
    public IResourceBuilder<ProjectResource> AddMigration(string project) =>
        AddProgram(project, $"{NameOf(project)}-migrate")
            .WithArgs("--migrate")
            .WaitFor(infrastructure.Databases)
            .WithAnnotation(new OneShot());

    /// <exception cref="DistributedApplicationException">Replicas of what the park has not got.</exception>
    public void CheckReplicas()
    {
        var asked = builder.Configuration.GetSection("Park:Replicas").GetChildren().Select(replicas => replicas.Key);
        if (!state.InfrastructureOnly && asked.FirstOrDefault(name => !_names.Contains(name)) is { } unknown)
        {
            throw new DistributedApplicationException(
                $"--replicas: the park has no {unknown}. It has {string.Join(", ", _names)}.");
        }
    }

    private IResourceBuilder<ProjectResource> AddProgram(string path, string name)
    {
        var project = builder.AddProject(name, path, options => options.ExcludeLaunchProfile = true);
#pragma warning disable ASPIRECERTIFICATES001 // For evaluation; without it there is a certificate that nothing uses.
        project.WithoutHttpsCertificate();
#pragma warning restore ASPIRECERTIFICATES001
        // An IDE runs projects itself. Else Aspire starts them with `dotnet run`, a second process for each.
        if (builder.Configuration["DEBUG_SESSION_PORT"] is null)
        {
            var folder = Path.GetDirectoryName(path)!;
            // Each project is built into the folder of the same name as this one is.
            var built = AppContext.BaseDirectory.TrimEnd('/').Split('/')[^3..];
            project
                .WithAnnotation(new ExecutableAnnotation { Command = "dotnet", WorkingDirectory = folder })
                .WithArgs(Path.Combine([folder, .. built, $"{Path.GetFileNameWithoutExtension(path)}.dll"]));
        }

        return WithCommonSettings(project);
    }

    private IResourceBuilder<ProjectResource> WithCommonSettings(IResourceBuilder<ProjectResource> project)
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
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", state.Stage)
            .WithEnvironment("SignIn__Issuer", new Uri(state.PublicUrl, "identity/").AbsoluteUri);
    }

    private int ReplicasOf(string name) => builder.Configuration.GetValue($"Park:Replicas:{name}", 1);
}

/// <summary>Marks what runs to its end once: it is not started again when it has ended.</summary>
internal sealed record OneShot : IResourceAnnotation;

/// <summary>Marks what runs as long as the park does: it is started again when it has ended.</summary>
internal sealed record RestartAlways : IResourceAnnotation;
