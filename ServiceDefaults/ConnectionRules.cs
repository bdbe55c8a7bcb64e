using System.Data.Common;

namespace Technopark.ServiceDefaults;

/// <summary>Which addresses of PostgreSQL and RabbitMQ will do outside development: nobody's but one's own.</summary>
public static class ConnectionRules
{
    public static readonly string DatabaseWanted =
        Texts.InBoth("a role of this service's own, with a password; on another machine SSL Mode=VerifyFull");

    public static readonly string BrokerWanted =
        Texts.InBoth("a user of this service's own, not guest; on another machine amqps://");

    /// <summary>Of a service: an Npgsql connection string.</summary>
    public static bool IsDatabase(string? given) =>
        given is not null && Parse(given) is { } own && IsPrivate(own)
        && own is { Username: not (null or "" or "postgres"), Password: not (null or "") };

    /// <summary>Of the server itself, as its administrator sees it.</summary>
    public static bool IsServer(string given) => Parse(given) is { } server && IsPrivate(server);

    /// <summary>Of a service: an AMQP address with user and password.</summary>
    public static bool IsBroker(string? given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var broker) && IsPrivate(broker)
        && broker.UserInfo.Split(':') is [not ("" or "guest"), { Length: > 0 }];

    /// <summary>Of the broker itself: services have users of their own there.</summary>
    public static bool IsBrokerWithoutUser(string given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var broker) && IsPrivate(broker) && broker.UserInfo.Length == 0;

    private static bool IsPrivate(Uri broker) => broker.IsLoopback || broker.Scheme == "amqps";

    private static bool IsPrivate(Server server) =>
        server.SslMode is { } mode && mode.Equals("VerifyFull", StringComparison.OrdinalIgnoreCase)
        || server.Host.Split(',').All(host => host is "localhost" or "127.0.0.1" or "::1" || host.StartsWith('/'));

    private static Server? Parse(string given)
    {
        var parts = new DbConnectionStringBuilder();
        try
        {
            parts.ConnectionString = given;
        }
        catch (ArgumentException)
        {
            return null;
        }

        return Find("Host", "Server") is not { Length: > 0 } host ? null
            : new Server(host, Find("Username", "User Name", "User Id", "UserId", "Uid"),
                Find("Password", "Pwd", "Psw"), Find("SSL Mode", "SslMode"));

        string? Find(params string[] names) =>
            names.Select(name => parts.TryGetValue(name, out var value) ? value.ToString() : null)
                .FirstOrDefault(value => value is not null);
    }

    /// <summary>What a connection string says of its server, by every name that Npgsql knows for it.</summary>
    private sealed record Server(string Host, string? Username, string? Password, string? SslMode);
}
