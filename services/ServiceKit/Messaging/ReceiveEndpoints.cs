using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// How a centre listens: one quorum queue per event type, so that a version that does not know a type takes none of it;
/// five tries with growing pauses, then the dead-letter queue.
/// </summary>
internal static class ReceiveEndpoints
{
    private const int Prefetch = 500;

    /// <summary>All queues together: what is prefetched is in memory.</summary>
    private const int PrefetchOfAll = 10_000;

    /// <summary>
    /// A message that ends the process each time would come for ever. Only deliveries that nobody answered count: those
    /// of a stopped service, or of a database that was away for longer than the broker waits.
    /// </summary>
    private const int DeliveriesAtMost = 100;

    public static IServiceCollection AddReceiveEndpoints(
        this IServiceCollection services, CentreInfo centre, IReadOnlyCollection<Type> heard)
    {
        services.Configure<MassTransitHostOptions>(options =>
        {
            options.WaitUntilStarted = false;
            options.StopTimeout = TimeSpan.FromSeconds(3);
        });
        services.AddSingleton<Topology>();
        services.AddHostedService(provider => provider.GetRequiredService<Topology>());
        services.AddHealthChecks().AddCheck<Topology>("subscriptions");
        services.AddReceiveEndpointObserver(provider => provider.GetRequiredService<Topology>());
        return services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            // Requests are answered without the broker: nobody should take the service out of use.
            bus.ConfigureHealthCheckOptions(options => options.MinimalFailureStatus = HealthStatus.Degraded);
            foreach (var eventType in heard)
            {
                bus.AddConsumer(typeof(InboxConsumer<>).MakeGenericType(eventType));
            }

            // What is dispatched without the broker.
            bus.AddConfigureEndpointsCallback((_, endpoint) => Retry(endpoint));
            bus.UsingRabbitMq((context, broker) =>
            {
                broker.Host(RabbitMqPublisher.AddressFrom(
                    context.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()));
                broker.MessageTopology.SetEntityNameFormatter(new CloudEventsNames());
                broker.ConfigureJsonSerializerOptions(_ => new(ContractJson.Options));
                broker.UseRawJsonDeserializer(RawSerializerOptions.Default, isDefault: true);
                foreach (var eventType in heard)
                {
                    broker.ReceiveEndpoint(centre.QueueOf(EventTypes.NameOf(eventType)), endpoint =>
                    {
                        endpoint.PrefetchCount = Math.Min(Prefetch, PrefetchOfAll / heard.Count);
                        Configure(endpoint, context.GetRequiredService<DeadLetters>(), centre);
                        endpoint.ConfigureConsumer(context, typeof(InboxConsumer<>).MakeGenericType(eventType));
                    });
                }
            });
        });
    }

    private static void Configure(
        IRabbitMqReceiveEndpointConfigurator endpoint, DeadLetters dead, CentreInfo centre)
    {
        endpoint.SetQuorumQueue();
        endpoint.SetQueueArgument("x-delivery-limit", DeliveriesAtMost);
        endpoint.SetQueueArgument("x-dead-letter-exchange", centre.DeadQueue);
        endpoint.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        endpoint.SetQueueArgument("x-overflow", "reject-publish");
        // MassTransit would make a dead-letter queue of each queue, with the same arguments.
        endpoint.ConfigureError(pipe => pipe.UseFilter(dead));
        endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(dead));
        // It would declare the exchanges of others, which only their owners may.
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
        Retry(endpoint);
    }

    private static void Retry(IReceiveEndpointConfigurator endpoint) => endpoint.UseMessageRetry(
        retry => retry.Exponential(
            5, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200)));

    private sealed class CloudEventsNames : IEntityNameFormatter
    {
        public string FormatEntityName<T>() => EventTypes.All.Contains(typeof(T))
            ? EventTypes.NameOf(typeof(T)) : $"technopark.{typeof(T).Name}";
    }
}
