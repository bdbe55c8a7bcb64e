using MassTransit;

namespace Technopark.ServiceKit.Messaging;

/// <summary>How a centre listens: one quorum queue, five tries with growing pauses, the dead-letter queue.</summary>
internal static class ReceiveEndpoints
{
    private const int Prefetch = 500;

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
            foreach (var eventType in heard)
            {
                bus.AddConsumer(typeof(InboxConsumer<>).MakeGenericType(eventType));
            }

            bus.UsingRabbitMq((context, broker) =>
            {
                broker.Host(RabbitMqPublisher.AddressFrom(
                    context.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()));
                broker.MessageTopology.SetEntityNameFormatter(new CloudEventsNames());
                broker.ConfigureJsonSerializerOptions(_ => new(ContractJson.Options));
                broker.UseRawJsonDeserializer(RawSerializerOptions.Default, isDefault: true);
                if (heard.Count > 0)
                {
                    broker.ReceiveEndpoint(centre.Queue, endpoint => Configure(endpoint, context, heard));
                }
            });
        });
    }

    private static void Configure(
        IRabbitMqReceiveEndpointConfigurator endpoint, IBusRegistrationContext context, IReadOnlyCollection<Type> heard)
    {
        endpoint.SetQuorumQueue();
        // It would declare the exchanges of others, which only their owners may.
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
        endpoint.PrefetchCount = Prefetch;
        endpoint.UseMessageRetry(retry => retry.Exponential(
            5, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200)));
        foreach (var eventType in heard)
        {
            endpoint.ConfigureConsumer(context, typeof(InboxConsumer<>).MakeGenericType(eventType));
        }
    }

    private sealed class CloudEventsNames : IEntityNameFormatter
    {
        public string FormatEntityName<T>() => EventTypes.All.Contains(typeof(T))
            ? EventTypes.NameOf(typeof(T)) : $"technopark.{typeof(T).Name}";
    }
}
