using System.Text.Json.Nodes;
using Aspire.Hosting.Dashboard;

namespace Aspire.Hosting.Running;

/// <summary>What a replica is started with.</summary>
internal sealed record ExecutablePlan(
    string Path, string WorkingDirectory, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string?> Environment)
{
    public JsonObject Spec => new()
    {
        ["executablePath"] = Path,
        ["workingDirectory"] = WorkingDirectory,
        ["args"] = new JsonArray([.. Arguments.Select(argument => JsonValue.Create(argument))]),
        ["env"] = new JsonArray([.. Environment.Select(variable =>
            new JsonObject { ["name"] = variable.Key, ["value"] = variable.Value })]),
        ["executionType"] = "Process",
        ["ambientEnvironment"] = new JsonObject { ["behavior"] = "Inherit" },
    };
}

/// <summary>Turns what the graph says of a resource into a command line and an environment.</summary>
internal sealed class ExecutablePlanner(DashboardSettings dashboard)
{
    public async Task<ExecutablePlan> PlanAsync(Replica replica, CancellationToken ct)
    {
        var environment = new Dictionary<string, string?>();
        if (replica.Resource is ProjectResource)
        {
            AddListening(environment, replica.Resource);
            dashboard.AddTelemetry(environment, replica.Resource.Name, replica.Suffix);
        }

        foreach (var endpoint in replica.Resource.Annotations.OfType<EndpointAnnotation>())
        {
            if (endpoint.Variable is not null)
            {
                environment[endpoint.Variable] = OwnPort(replica.Resource, endpoint);
            }
        }

        foreach (var reference in replica.Resource.Annotations.OfType<ReferenceAnnotation>())
        {
            foreach (var endpoint in reference.Source.Annotations.OfType<EndpointAnnotation>())
            {
                environment[$"services__{reference.Source.Name}__{endpoint.Name}__0"] = endpoint.Url;
            }
        }

        foreach (var variable in replica.Resource.Annotations.OfType<EnvironmentAnnotation>())
        {
            environment[variable.Name] = await variable.Value(ct);
        }

        var arguments = replica.Resource.Annotations.OfType<ArgumentsAnnotation>().SelectMany(said => said.Arguments);
        return replica.Resource switch
        {
            ExecutableResource executable =>
                new(executable.Command, executable.WorkingDirectory, [.. arguments], environment),
            _ => ProjectPlan(replica.Resource, arguments, environment),
        };
    }

    /// <summary>The name the orchestrator knows a proxied endpoint by.</summary>
    public static string ServiceName(IResource resource, EndpointAnnotation endpoint) => $"{resource.Name}-{endpoint.Name}";

    private static ExecutablePlan ProjectPlan(
        IResource resource, IEnumerable<string> arguments, Dictionary<string, string?> environment)
    {
        var project = resource.Annotations.OfType<IProjectMetadata>().Single().ProjectPath;
        var directory = Path.GetDirectoryName(project)!;
        // Built with the same configuration for the same framework as this process: bin/Release/net10.0.
        var output = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var assembly = Path.Combine(directory, "bin", output.Parent!.Name, output.Name,
            Path.ChangeExtension(Path.GetFileName(project), ".dll"));
        return new ExecutablePlan(Environment.ProcessPath!, directory, [assembly, .. arguments], environment);
    }

    private static void AddListening(Dictionary<string, string?> environment, IResource resource)
    {
        var urls = resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.Scheme == "http")
            .Select(endpoint => $"http://localhost:{OwnPort(resource, endpoint)}");
        environment["ASPNETCORE_URLS"] = string.Join(';', urls);
    }

    // A proxied endpoint's port is the proxy's: each replica is given one of its own by the orchestrator.
    private static string OwnPort(IResource resource, EndpointAnnotation endpoint) => endpoint.IsProxied
        ? $"{{{{- portForServing \"{ServiceName(resource, endpoint)}\" -}}}}"
        : FormattableString.Invariant($"{endpoint.Port}");
}
