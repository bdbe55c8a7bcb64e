namespace Technopark.ServiceDefaults;

/// <summary>What a process asks of its settings outside development; here are those of the whole park.</summary>
public static class ProductionRequirements
{
    /// <summary>Of every process.</summary>
    public static readonly SettingRule[] OfAll =
    [
        new("SignIn:Issuer", SettingChecks.Https,
            Texts.InBoth("the public address of the sign-in, https://HOST/identity/")),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", SettingChecks.LocalOrHttps,
            Texts.InBoth("telemetry leaves this machine by https only")),
        new("DetailedErrors", SettingChecks.NotTrue, Texts.InBoth("unset it: errors say too much")),
    ];

    /// <summary>Of the way in.</summary>
    public static readonly SettingRule Proxy = new("Gateway:TrustedProxies:0", SettingChecks.IPAddress,
        Texts.InBoth("IP address of the proxy in front, where TLS ends"));

    /// <summary>Of what asks for tokens of its own.</summary>
    public static readonly SettingRule ClientSecret = new("SignIn:ClientSecret", SettingChecks.Secret,
        Texts.InBoth("at least 32 characters: with it this program asks for its own tokens"));

    /// <summary>Of what sends mail.</summary>
    public static readonly SettingRule[] Mail =
    [
        new("Identity:Mail:Smtp:Host", SettingChecks.Present,
            Texts.InBoth("the server that takes mails: files in a folder reach nobody")),
        new("Identity:Mail:From", SettingChecks.MailAddress, Texts.InBoth("the address that mails come from")),
    ];
}
