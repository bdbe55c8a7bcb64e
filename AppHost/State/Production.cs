using Technopark.ServiceDefaults;

namespace Technopark.AppHost;

/// <summary>What only the operator can give a park outside development; the rest it makes itself.</summary>
internal static class Production
{
    private const string SignedIn = "unset it: operators sign in to the dashboard / уберите: в панель входят по ключу";

    public static readonly SettingRule[] Requirements =
    [
        new("Park:PublicUrl", SettingChecks.Https,
            "the https address at which people reach the park / адрес https, по которому приходят люди"),
        new("Park:Only", SettingChecks.Absent,
            "unset it: servers alone have a user who may do everything / "
            + "уберите: у отдельных серверов есть всемогущий пользователь"),
        ProductionRequirements.Proxy,
        .. ProductionRequirements.Mail,
        new("ConnectionStrings:postgres", given => given is null || ConnectionRules.IsServer(given),
            "a server on this machine or SSL Mode=VerifyFull / сервер на этой машине или SSL Mode=VerifyFull"),
        new("ConnectionStrings:rabbitmq", given => given is null || ConnectionRules.IsBrokerWithoutUser(given),
            "a broker on this machine or amqps://, without a user: each service has its own / "
            + "брокер на этой машине или amqps://, без пользователя: у служб они свои"),
        new("ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", SettingChecks.NotTrue, SignedIn),
        new("DOTNET_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", SettingChecks.NotTrue, SignedIn),
        new("Dashboard:Frontend:AuthMode",
            mode => !string.Equals(mode, "Unsecured", StringComparison.OrdinalIgnoreCase), SignedIn),
    ];
}
