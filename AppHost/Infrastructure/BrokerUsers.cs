using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Technopark.Contracts;

namespace Technopark.AppHost;

/// <summary>
/// Who may do what at the message broker, as a file of definitions that RabbitMQ loads at each start. A service is a
/// user that declares and publishes what bears its name, and listens to every event of the chain. Nobody
/// administrates. Aspire's RabbitMQ has one user, who may do everything.
/// </summary>
internal sealed partial class BrokerUsers(IDistributedApplicationBuilder builder, StateDirectory state, Uri broker)
{
    /// <summary>
    /// What an older park called the one user of all: it may do nothing, or everything where tests alone use the
    /// broker.
    /// </summary>
    public const string Tests = "technopark";

    private const string Everything = ".*";
    private const string Nothing = "^$";

    private static readonly JsonSerializerOptions Json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    private readonly SortedDictionary<string, Permission> _users = new(StringComparer.Ordinal)
    {
        [Tests] = state.InfrastructureOnly
            ? new(Tests, Everything, Everything, Everything)
            : new(Tests, Nothing, Nothing, Nothing),
    };

    /// <summary>Where the broker reads it; the operator of another broker imports it from here.</summary>
    public string File { get; set; } = Path.Combine(state.Path, "rabbitmq-definitions.json");

    /// <summary>Who reads it.</summary>
    public string? Account { get; set; }

    /// <summary>
    /// With which all that is on the broker can be used; nothing is, where services have users of their own.
    /// </summary>
    public Uri TestsAddress => new UriBuilder(broker) { UserName = Tests, Password = Secret(Tests) }.Uri;

    /// <param name="name">
    /// Of a service or a subscriber: what it calls <c>name.…</c> and the events <c>technopark.name.…</c> are its own.
    /// </param>
    /// <returns>The address of the broker, with user and password.</returns>
    /// <exception cref="DistributedApplicationException">
    /// The name is taken, or would give rights on what belongs to others.
    /// </exception>
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
            return JsonSerializer.Serialize(
                new
                {
                    Vhosts = new[] { new { Name = host } },
                    Users = _users.Keys.Select(UserOf),
                    Permissions = _users.Values.Select(
                        user => new { user.User, Vhost = host, user.Configure, user.Write, user.Read }),
                    Exchanges = EventTypes.All.Select(EventTypes.NameOf).Order(StringComparer.Ordinal)
                        .Select(name => ExchangeOf(name, host)),
                },
                Json) + "\n";
        }
    }

    private string Secret(string user) => state.Secret($"rabbitmq-{user}");

    private object UserOf(string name) => new
    {
        Name = name,
        PasswordHash = Hash(Secret(name)),
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
