using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting;

/// <summary>Where resources listen, and how it is known that they are well.</summary>
public static class EndpointExtensions
{
    /// <summary>An HTTP endpoint on loopback.</summary>
    /// <param name="builder">The resource.</param>
    /// <param name="port">Where others reach it. The bundle wants it said.</param>
    /// <param name="name">"http" unless said otherwise.</param>
    /// <param name="env">The variable that tells the resource its port.</param>
    /// <param name="isProxied">Whether the orchestrator listens and spreads over replicas; else the resource listens itself.</param>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(this IResourceBuilder<T> builder,
        int? port = null, string? name = null, string? env = null, bool? isProxied = null)
        where T : IResourceWithEndpoints =>
        builder.WithEndpoint(port, scheme: "http", name: name ?? "http", env: env, isProxied: isProxied);

    /// <summary>An endpoint on loopback.</summary>
    /// <inheritdoc cref="WithHttpEndpoint" />
    public static IResourceBuilder<T> WithEndpoint<T>(this IResourceBuilder<T> builder, int? port = null,
        string? scheme = null, string? name = null, string? env = null, bool? isProxied = null)
        where T : IResourceWithEndpoints =>
        builder.WithAnnotation(new EndpointAnnotation(name ?? scheme ?? "tcp", scheme ?? "tcp",
            port ?? throw new DistributedApplicationException($"{builder.Resource.Name}: say on which port it listens."),
            env, isProxied ?? true));

    /// <summary>It is healthy when a GET of the path answers 200.</summary>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        var url = new Uri(new Uri(UrlOf(builder.Resource, endpointName)), path ?? "/");
        return builder.WithAnnotation(new HealthAnnotation($"{builder.Resource.Name}_{url.AbsolutePath}_check",
            (_, ct) => HttpProbe.GetAsync(url, statusCode ?? 200, ct)));
    }

    /// <summary>It is healthy when the check that was registered under this name says so.</summary>
    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key)
        where T : IResource =>
        builder.WithAnnotation(new HealthAnnotation(key, async (services, ct) =>
        {
            var registration = services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations
                .Single(registration => registration.Name == key);
            var context = new HealthCheckContext { Registration = registration };
            return await registration.Factory(services).CheckHealthAsync(context, ct);
        }));

    /// <summary>A button in the dashboard that sends a request to the resource.</summary>
    public static IResourceBuilder<TResource> WithHttpCommand<TResource>(this IResourceBuilder<TResource> builder, string path,
        string displayName, string? endpointName = null, string? commandName = null, HttpCommandOptions? commandOptions = null)
        where TResource : IResourceWithEndpoints
    {
        var options = commandOptions ?? new HttpCommandOptions();
        var url = new Uri(new Uri(UrlOf(builder.Resource, endpointName)), path);
        return builder.WithAnnotation(new CommandAnnotation(commandName ?? $"{builder.Resource.Name}-{path}", displayName, options,
            ct => HttpProbe.SendAsync(options, url, ct)));
    }

    private static string UrlOf(IResourceWithEndpoints resource, string? endpointName) =>
        resource.Annotations.OfType<EndpointAnnotation>()
            .FirstOrDefault(endpoint => endpoint.Name == (endpointName ?? "http"))?.Url
        ?? throw new DistributedApplicationException($"{resource.Name} has no endpoint {endpointName ?? "http"}.");
}
