using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Technopark.ServiceDefaults;

/// <summary>What an orchestrator asks: may it send work here, and is the process alive at all.</summary>
internal static class Health
{
    public const string Ready = "/health";
    public const string Live = "/alive";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(Ready).DisableHttpMetrics().AllowAnonymous();
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false }).DisableHttpMetrics()
            .AllowAnonymous();
    }
}
