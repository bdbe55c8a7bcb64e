using Technopark.ServiceDefaults;

namespace Technopark.AppHost;

/// <summary>What only the operator can give a park outside development; the rest it makes itself.</summary>
internal static class Production
{
    private static readonly string SignedIn = Texts.InBoth("unset it: operators sign in to the dashboard");

    public static readonly SettingRule[] Requirements =
    [
        new("Park:PublicUrl", SettingChecks.Https, Texts.InBoth("the https address at which people reach the park")),
        new("Park:Only", SettingChecks.Absent,
            Texts.InBoth("unset it: servers alone have a user who may do everything")),
        ProductionRequirements.Proxy,
        .. ProductionRequirements.Mail,
        new("ConnectionStrings:postgres", given => given is null || ConnectionRules.IsServer(given),
            Texts.InBoth("a server on this machine or SSL Mode=VerifyFull")),
        new("ConnectionStrings:rabbitmq", given => given is null || ConnectionRules.IsBrokerWithoutUser(given),
            Texts.InBoth("a broker on this machine or amqps://, without a user: each service has its own")),
        new("ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", SettingChecks.NotTrue, SignedIn),
        new("DOTNET_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", SettingChecks.NotTrue, SignedIn),
        new("Dashboard:Frontend:AuthMode",
            mode => !string.Equals(mode, "Unsecured", StringComparison.OrdinalIgnoreCase), SignedIn),
    ];
}
