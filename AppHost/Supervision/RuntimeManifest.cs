using System.Text.Encodings.Web;
using System.Text.Json;

namespace Technopark.AppHost;

/// <summary>
/// What the park is made of at this moment, as <c>park.json</c> tells programs and tests. <c>aspire describe</c> has to
/// be installed, and knows one process of several replicas.
/// </summary>
/// <param name="Pid">Of the process that runs the park: SIGTERM stops all of it.</param>
/// <param name="Ready">Everything is healthy, or was once.</param>
/// <param name="Gateway">Address of the only way in.</param>
/// <param name="Dashboard">Address of the dashboard, signed in.</param>
/// <param name="Token">What the dashboard is signed in to with.</param>
/// <param name="Postgres">Npgsql connection string of the superuser.</param>
/// <param name="Rabbitmq">AMQP address; with user and password where the servers alone are wanted.</param>
/// <param name="DevelopmentSecret">Identity gives a token for any role for it; null outside development.</param>
/// <param name="Resources">Every process there is or should be, by name.</param>
internal sealed record RuntimeManifest(int Pid, bool Ready, string Gateway, string Dashboard, string Token,
    string? Postgres, string? Rabbitmq, string? DevelopmentSecret, IReadOnlyList<RuntimeManifest.Process> Resources)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        // Read by programs only: an address stays legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="Name">Of the resource; replicas share it.</param>
    /// <param name="Id">Of this replica.</param>
    /// <param name="State">Waiting, Starting, Running, Stopping, Finished, Exited or FailedToStart.</param>
    /// <param name="Health">healthy, degraded or unhealthy; null while it does not run.</param>
    /// <param name="Pid">Null while it does not run.</param>
    /// <param name="Endpoints">Addresses by name: http, grpc, tcp.</param>
    internal sealed record Process(
        string Name, string Id, string State, string? Health, int? Pid, IReadOnlyDictionary<string, string> Endpoints);

    public static string PathIn(StateDirectory state) => Path.Combine(state.Path, "park.json");

    public static void Write(
        StateDirectory state, Infrastructure infrastructure, bool ready, IEnumerable<ResourceEvent> resources)
    {
        var now = new RuntimeManifest(
            Environment.ProcessId, ready, state.Gateway, state.DashboardAddress, state.DashboardToken,
            infrastructure.Postgres.ConnectionString, infrastructure.Rabbitmq.AbsoluteUri,
            state.IsDevelopment ? state.Secret("development") : null,
            [.. resources.OrderBy(resource => resource.Resource.Name, StringComparer.Ordinal).Select(ProcessOf)]);
        StateDirectory.Write(PathIn(state), JsonSerializer.Serialize(now, Json));
    }

    private static Process ProcessOf(ResourceEvent resource)
    {
        var now = resource.Snapshot;
        var pid = now.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value as int?;
        var urls = now.Urls.Where(url => url.Name is not null).DistinctBy(url => url.Name);
        return new Process(
            resource.Resource.Name, resource.ResourceId, now.State?.Text ?? "",
            now.HealthStatus?.ToString().ToLowerInvariant(),
            now.State?.Text == KnownResourceStates.Running ? pid : null,
            urls.ToDictionary(url => url.Name!, url => url.Url));
    }
}
