namespace Technopark.Terminal;

/// <summary>What the commands read of park.json, in which a running park says what it is made of.</summary>
/// <param name="Gateway">Address of the only way in.</param>
/// <param name="Dashboard">Address of the dashboard, signed in.</param>
/// <param name="Postgres">Npgsql connection string of the superuser.</param>
/// <param name="Rabbitmq">AMQP address; with user and password where the servers alone run.</param>
/// <param name="DevelopmentSecret">Identity gives a token for any role for it; null outside development.</param>
/// <param name="Resources">Every process there is or should be.</param>
internal sealed record RuntimeManifest(string Gateway, string Dashboard, string? Postgres, string? Rabbitmq,
    string? DevelopmentSecret, IReadOnlyList<RuntimeManifest.Resource> Resources)
{
    /// <param name="Name">Of the resource; replicas share it.</param>
    /// <param name="Endpoints">Addresses by name: http, grpc, tcp.</param>
    internal sealed record Resource(string Name, IReadOnlyDictionary<string, Uri> Endpoints);
}
