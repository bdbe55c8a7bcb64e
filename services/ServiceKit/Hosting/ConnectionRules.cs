using Npgsql;

namespace Technopark.ServiceKit;

/// <summary>Which addresses of PostgreSQL and RabbitMQ will do outside development: as nobody who may do everything, and not in clear.</summary>
internal static class ConnectionRules
{
    public const string DatabaseWanted =
        "a role of this service's own, with a password; on another machine SSL Mode=VerifyFull / роль этой службы с паролем; на другой машине SSL Mode=VerifyFull";

    public const string BrokerWanted =
        "a user of this service's own, not guest; on another machine amqps:// / пользователь этой службы, не guest; на другой машине amqps://";

    /// <summary>Of a service: an Npgsql connection string.</summary>
    public static bool IsDatabase(string? given) =>
        given is not null && Parse(given) is { Username: not (null or "" or "postgres"), Password: not (null or "") } own && IsPrivate(own);

    /// <summary>Of the server itself, as its administrator sees it.</summary>
    public static bool IsServer(string given) => Parse(given) is { } server && IsPrivate(server);

    /// <summary>Of a service: an AMQP address with user and password.</summary>
    public static bool IsBroker(string? given) => Uri.TryCreate(given, UriKind.Absolute, out var broker) && IsPrivate(broker)
        && broker.UserInfo.Split(':') is [not ("" or "guest"), { Length: > 0 }];

    /// <summary>Of the broker itself: services have users of their own there.</summary>
    public static bool IsBrokerWithoutUser(string given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var broker) && IsPrivate(broker) && broker.UserInfo.Length == 0;

    private static bool IsPrivate(Uri broker) => broker.IsLoopback || broker.Scheme == "amqps";

    private static bool IsPrivate(NpgsqlConnectionStringBuilder server) => server.SslMode == SslMode.VerifyFull
        || server.Host!.Split(',').All(host => host is "localhost" or "127.0.0.1" or "::1" || host.StartsWith('/'));

    private static NpgsqlConnectionStringBuilder? Parse(string given)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(given) is { Host.Length: > 0 } parsed ? parsed : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
