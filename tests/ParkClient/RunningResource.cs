using System.Diagnostics;

namespace Technopark.ParkClient;

/// <summary>A process of a running park, as its state file tells it.</summary>
/// <param name="Name">Its resource: <c>registry</c>, <c>postgres</c> …; replicas share it.</param>
/// <param name="Id">Its own.</param>
/// <param name="State">As in the dashboard: Running, Finished …</param>
/// <param name="Health"><c>healthy</c>, or what is not.</param>
/// <param name="Pid">None when it does not run.</param>
/// <param name="Endpoints">Address by name: <c>http</c>, <c>grpc</c>.</param>
public sealed record RunningResource(
    string Name, string Id, string State, string? Health, int? Pid, IReadOnlyDictionary<string, Uri> Endpoints)
{
    public bool IsAlive => Pid is { } pid && Directory.Exists($"/proc/{pid}");

    /// <summary>kill -9, if it runs. Returns when it is gone: a large process goes slowly and looks healthy.</summary>
    public void Kill()
    {
        if (IsAlive)
        {
            using var victim = Process.GetProcessById(Pid!.Value);
            victim.Kill();
            victim.WaitForExit();
        }
    }
}

/// <summary>What a running park says of itself in <c>park.json</c> of its state directory.</summary>
/// <param name="Pid">The AppHost's.</param>
/// <param name="Gateway">The way in.</param>
/// <param name="Dashboard">The operators' page, with its sign-in token.</param>
/// <param name="Token">What signs in to it, and to its API.</param>
/// <param name="Postgres">Connection string of its superuser.</param>
/// <param name="Rabbitmq">AMQP address; its users are in the state directory.</param>
/// <param name="DevelopmentSecret">It buys a token for any role; null outside development.</param>
/// <param name="Resources">Every process.</param>
public sealed record ParkState(
    int Pid, Uri Gateway, Uri Dashboard, string Token, string Postgres, Uri Rabbitmq, string? DevelopmentSecret,
    IReadOnlyList<RunningResource> Resources)
{
    /// <exception cref="IOException">There is no such park.</exception>
    public static ParkState Read(string directory) => JsonSerializer.Deserialize<ParkState>(
        File.ReadAllText(Path.Combine(directory, "park.json")), JsonSerializerOptions.Web)!;
}
