using System.ComponentModel.DataAnnotations;

namespace Technopark.Gateway;

/// <summary>Section <c>Gateway</c> of the configuration; every value has a default that works.</summary>
internal sealed class GatewayOptions
{
    public const string Section = "Gateway";

    /// <summary>Addresses of reverse proxies in front whose X-Forwarded-For and -Proto are believed.</summary>
    public string[] TrustedProxies { get; init; } = [];

    [Range(1, 1L << 30)]
    public long MaxBodyBytes { get; init; } = 1 << 20;

    /// <summary>How long a service may stay silent before the client gets 504.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an idle browser stays signed in; not longer than the identity service allows.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(12);

    [ValidateObjectMembers]
    public RateLimitOptions RateLimit { get; init; } = new();
}

/// <summary>Section <c>Gateway:RateLimit</c>: a token bucket for each address, and one for each person.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Requests a second that an address may keep up.</summary>
    [Range(1, 1_000_000)]
    public int PerSecond { get; init; } = 100;

    /// <summary>Requests that an address may save up and send at once.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; init; } = 500;

    /// <summary>Forms and token requests to the identity service a second that an address may keep up.</summary>
    [Range(1, 1_000_000)]
    public int AttemptsPerSecond { get; init; } = 10;

    /// <summary>Of those, as many as an address may save up and send at once.</summary>
    [Range(1, 1_000_000)]
    public int AttemptsBurst { get; init; } = 100;

    /// <summary>Requests a second that a person may keep up, from all addresses together.</summary>
    [Range(1, 1_000_000)]
    public int PersonPerSecond { get; init; } = 50;

    /// <summary>Requests that a person may save up and send at once.</summary>
    [Range(1, 1_000_000)]
    public int PersonBurst { get; init; } = 300;

    /// <summary>Streams of events that a person may have open at once at one gateway.</summary>
    [Range(1, 1_000_000)]
    public int PersonStreams { get; init; } = 20;

    /// <summary>The limit for this machine's own address, where demo and benchmark play; 0 is none.</summary>
    [Range(0, 1_000_000)]
    public int LoopbackPerSecond { get; init; }
}

internal static class GatewayOptionsExtensions
{
    public static GatewayOptions GetGatewayOptions(this IConfiguration configuration) =>
        configuration.GetSection(GatewayOptions.Section).Get<GatewayOptions>() ?? new();
}
