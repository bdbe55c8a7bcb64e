using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Technopark.Contracts;

namespace Technopark.AppHost;

/// <summary>
/// Who may do what at the broker, as definitions that RabbitMQ loads at each start: a service declares and publishes
/// what bears its name, and hears every event. Aspire's RabbitMQ has one user for everything.
/// </summary>
internal sealed partial class BrokerUsers(IDistributedApplicationBuilder builder, StateDirectory state, Uri broker)
{
    /// <summary>The one user of older parks: without any right, except where tests alone use the broker.</summary>
    public const string Tests = "technopark";

    private const string Everything = ".*";
    private const string Nothing = "^$";

    private static readonly JsonSerializerOptions Json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    private readonly SortedDictionary<string, Permission> _users = new(StringComparer.Ordinal)
    {
        [Tests] = state.InfrastructureOnly
            ? new(Tests, Everything, Everything, Everything) : new(Tests, Nothing, Nothing, Nothing),
    };

    /// <summary>Where the broker reads it; the operator of another broker imports it from here.</summary>
    public string File { get; set; } = Path.Combine(state.Path, "rabbitmq-definitions.json");

    /// <summary>Who reads it.</summary>
    public string? Account { get; set; }

    /// <summary>With this user all of the broker can be used, where tests alone use it; elsewhere nothing.</summary>
    public Uri TestsAddress => new UriBuilder(broker) { UserName = Tests, Password = SecretOf(Tests) }.Uri;

    /// <param name="name">Of a service or subscriber: <c>name.…</c> and <c>technopark.name.…</c> are its own.</param>
    /// <returns>The address of the broker, with user and password.</returns>
    /// <exception cref="DistributedApplicationException">The name is taken, or would give rights too many.</exception>
    public ReferenceExpression Add(string name)
    {
        var own = $"^({name}([.].+)?|technopark[.]{name}[.].+)$";
        if (!Names.IsMatch(name) || !_users.TryAdd(name, new(name, own, own, $"^({name}([.].+)?|technopark[.].+)$")))
        {
            throw new DistributedApplicationException(
                $"{name} cannot be a user of the broker: small letters, and each name once.");
        }

        var password = builder.AddSecret(state, $"rabbitmq-{name}");
        return ReferenceExpression.Create(
            $"{broker.Scheme}://{name}:{password}@{broker.Authority}{broker.AbsolutePath}");
    }

    public void Write()
    {
        StateDirectory.Write(File, Definitions);
        if (Account is not null)
        {
            UnixAccounts.Own(File, Account);
        }
    }

    /// <summary>Users with the hashes of their passwords, their rights, and every exchange of the chain.</summary>
    public string Definitions
    {
        get
        {
            var host = Uri.UnescapeDataString(broker.AbsolutePath.TrimStart('/'));
            host = host.Length == 0 ? "/" : host;
            var definitions = new
            {
                Vhosts = new[] { new { Name = host } },
                Users = _users.Keys.Select(UserOf),
                Permissions = _users.Values.Select(
                    user => new { user.User, Vhost = host, user.Configure, user.Write, user.Read }),
                Exchanges = EventTypes.All.Select(EventTypes.NameOf).Order(StringComparer.Ordinal)
                    .Select(name => ExchangeOf(name, host)),
            };
            return JsonSerializer.Serialize(definitions, Json) + "\n";
        }
    }

    private string SecretOf(string user) => state.Secret($"rabbitmq-{user}");

    private object UserOf(string name) => new
    {
        Name = name,
        PasswordHash = Hash(SecretOf(name)),
        HashingAlgorithm = "rabbit_password_hashing_sha256",
        Tags = Array.Empty<string>(),
    };

    /// <summary>Made here, because a listener may not: it would wait for whoever says the event.</summary>
    private static object ExchangeOf(string name, string host) => new
    {
        Name = name,
        Vhost = host,
        Type = "fanout",
        Durable = true,
        AutoDelete = false,
        Internal = false,
        Arguments = new Dictionary<string, string>(),
    };

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
