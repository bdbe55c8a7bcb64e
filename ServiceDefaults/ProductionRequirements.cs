namespace Technopark.ServiceDefaults;

/// <summary>What a process asks of its settings outside development. Each adds its own; those that an operator gives to the whole park are here.</summary>
public static class ProductionRequirements
{
    /// <summary>Of every process.</summary>
    public static readonly SettingRule[] OfAll =
    [
        new("SignIn:Issuer", SettingChecks.Https, "the public address of the sign-in, https://HOST/identity/ / публичный адрес входа"),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", SettingChecks.LocalOrHttps, "telemetry leaves this machine by https only / телеметрия уходит с машины только по https"),
        new("DetailedErrors", SettingChecks.NotTrue, "unset it: errors say too much / уберите: ошибки расскажут лишнее"),
    ];

    /// <summary>Of the way in.</summary>
    public static readonly SettingRule Proxy = new("Gateway:TrustedProxies:0", SettingChecks.IPAddress,
        "IP address of the proxy in front, where TLS ends / адрес прокси перед шлюзом, на котором заканчивается TLS");

    /// <summary>Of what asks for tokens of its own.</summary>
    public static readonly SettingRule ClientSecret = new("SignIn:ClientSecret", SettingChecks.Secret,
        "at least 32 characters: with it this program asks for its own tokens / не менее 32 знаков: секрет программы");

    /// <summary>Of what sends mail.</summary>
    public static readonly SettingRule[] Mail =
    [
        new("Identity:Mail:Smtp:Host", SettingChecks.Present, "the server that takes mails: files in a folder reach nobody / почтовый сервер: файлы в папке никто не получит"),
        new("Identity:Mail:From", SettingChecks.MailAddress, "the address that mails come from / адрес отправителя писем"),
    ];
}
