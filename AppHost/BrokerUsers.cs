using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Technopark.Contracts;

namespace Technopark.AppHost;

/// <summary>
/// Who may do what at the message broker, as a file of definitions that RabbitMQ loads at each start. A service is a user that declares
/// and publishes what bears its name, and listens to every event of the chain. Nobody administrates.
/// </summary>
internal sealed partial class BrokerUsers(Site site, Action<string> write)
{
    private const string Everything = ".*";
    private const string Nothing = "^$";

    // What an older park called the one user of all: it may do nothing any more, or everything where tests alone use the broker.
    private const string Tests = "technopark";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    private readonly SortedDictionary<string, Permission> _users = new(StringComparer.Ordinal)
    {
        [Tests] = site.InfrastructureOnly ? new(Tests, Everything, Everything, Everything) : new(Tests, Nothing, Nothing, Nothing),
    };

    /// <param name="name">Of a service or a subscriber: what it calls <c>name.…</c> and the events <c>technopark.name.…</c> are its own.</param>
    /// <returns>The address of the broker, with user and password.</returns>
    /// <exception cref="DistributedApplicationException">The name is taken, or would give rights on what belongs to others.</exception>
    public Uri Add(string name, Uri broker)
    {
        var own = $"^({name}([.].+)?|technopark[.]{name}[.].+)$";
        if (!Names.IsMatch(name) || !_users.TryAdd(name, new(name, own, own, $"^({name}([.].+)?|technopark[.].+)$")))
        {
            throw new DistributedApplicationException($"{name} cannot be a user of the broker: small letters, and each name once.");
        }

        Write(broker);
        return AddressOf(name, broker);
    }

    /// <summary>With which all that is on the broker can be used; nothing is, where services have users of their own.</summary>
    public Uri AddTests(Uri broker)
    {
        Write(broker);
        return AddressOf(Tests, broker);
    }

    private Uri AddressOf(string user, Uri broker) => new UriBuilder(broker) { UserName = user, Password = Secret(user) }.Uri;

    private string Secret(string user) => site.Secret($"rabbitmq-{user}");

    private void Write(Uri broker)
    {
        var host = Uri.UnescapeDataString(broker.AbsolutePath.TrimStart('/'));
        host = host.Length == 0 ? "/" : host;
        write(JsonSerializer.Serialize(
            new
            {
                Vhosts = new[] { new { Name = host } },
                Users = _users.Keys.Select(user => new
                {
                    Name = user,
                    PasswordHash = Hash(Secret(user)),
                    HashingAlgorithm = "rabbit_password_hashing_sha256",
                    Tags = Array.Empty<string>(),
                }),
                Permissions = _users.Values.Select(user => new { user.User, Vhost = host, user.Configure, user.Write, user.Read }),
                // Made here, because a listener may not: it would wait for whoever says the event.
                Exchanges = EventTypes.All.Select(EventTypes.NameOf).Order(StringComparer.Ordinal).Select(name => new
                {
                    Name = name,
                    Vhost = host,
                    Type = "fanout",
                    Durable = true,
                    AutoDelete = false,
                    Internal = false,
                    Arguments = new Dictionary<string, string>(),
                }),
            },
            Json));
    }

    /// <summary>RabbitMQ's own form: four bytes of salt, and the SHA-256 of salt and password.</summary>
    private static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        return Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]);
    }

    private sealed record Permission(string User, string Configure, string Write, string Read);

    [GeneratedRegex("^[a-z]{2,30}$")]
    private static partial Regex Names { get; }
}
