namespace Technopark.Terminal;

/// <summary>What the commands read of park.json, as the AppHost writes it.</summary>
internal sealed record RuntimeManifest(string Gateway, string Dashboard, string? Postgres, string? Rabbitmq,
    string? DevelopmentSecret, IReadOnlyList<RuntimeManifest.Resource> Resources)
{
    internal sealed record Resource(string Name, IReadOnlyDictionary<string, Uri> Endpoints);
}
