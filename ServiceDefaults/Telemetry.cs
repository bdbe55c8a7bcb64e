using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Technopark.ServiceDefaults;

/// <summary>Logs, metrics and traces by OTLP to <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; nowhere without it.</summary>
internal static class Telemetry
{
    private const int TracesPerSecond = 5;

    private static readonly string[] Sources = ["Technopark.*", "MassTransit", "Npgsql", "Yarp.ReverseProxy"];

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        var sampler = new RateLimitedSampler(
            Math.Max(1, builder.Configuration.GetValue("Telemetry:TracesPerSecond", TracesPerSecond)));
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                .AddMeter(Sources))
            .WithTracing(tracing => tracing
                .SetSampler(new ParentBasedSampler(sampler))
                .AddAspNetCoreInstrumentation(http => http.Filter = context => !IsPolled(context.Request.Path))
                .AddHttpClientInstrumentation()
                .AddSource(Sources))
            .UseOtlpExporter();
    }

    // What processes ask all the time hides what people did.
    private static bool IsPolled(PathString path) => path == Health.Ready || path == Health.Live
        || path == RevokedSessionsSource.Path || path == "/technopark.feed.v1.EventFeed/Read";
}
