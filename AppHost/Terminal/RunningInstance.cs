using System.Text.Json;

namespace Technopark.Terminal;

/// <summary>The park that runs in a state directory, as somebody who may read the directory uses it.</summary>
internal sealed class RunningInstance(string state, RuntimeManifest manifest)
{
    public RuntimeManifest Manifest => manifest;

    /// <exception cref="CommandException">None is running there.</exception>
    public static async Task<RunningInstance> ReadAsync(string state)
    {
        var file = Path.Combine(state, "park.json");
        // A host that was killed leaves the file.
        var text = File.Exists(file) && new ParkProcesses(state).Host is not null
            ? await File.ReadAllTextAsync(file) : throw new CommandException($"No park is running in {state}.");
        return new(state, JsonSerializer.Deserialize<RuntimeManifest>(text, JsonSerializerOptions.Web)!);
    }

    /// <summary>A client of a service's own address for operators, beside the gateway.</summary>
    public async Task<HttpClient> OperateAsync(string service)
    {
        var key = await File.ReadAllTextAsync(Path.Combine(state, "secrets", $"operations-{service}"));
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Add("X-Operations-Key", key);
        return http;
    }

    /// <summary>Address of a page of the identity service.</summary>
    public Uri Identity(string page) =>
        new(manifest.Resources.First(resource => resource.Name == "identity").Endpoints["http"], page);
}

/// <summary>What the commands read of park.json, as the AppHost writes it.</summary>
internal sealed record RuntimeManifest(string Gateway, string Dashboard, string? Postgres, string? Rabbitmq,
    string? DevelopmentSecret, IReadOnlyList<RuntimeManifest.Resource> Resources)
{
    internal sealed record Resource(string Name, IReadOnlyDictionary<string, Uri> Endpoints);
}
