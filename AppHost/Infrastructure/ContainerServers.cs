namespace Technopark.AppHost;

/// <summary>
/// PostgreSQL and RabbitMQ from a container engine, by Aspire's integrations (<c>Park:Containers=true</c>). Never run
/// where this was written, for want of an engine: a test asserts the resources.
/// </summary>
internal static class ContainerServers
{
    private static readonly ContainerFile Configuration =
        new() { Name = "20-park.conf", Contents = "load_definitions = /etc/rabbitmq/definitions.json\n" };

    public static IResourceBuilder<IResource> AddPostgres(
        IDistributedApplicationBuilder builder, StateDirectory state, int port) =>
        builder.AddPostgres("postgres", password: builder.AddSecret(state, "postgres"), port: port)
            .WithImageTag("17")
            .WithArgs("-c", "max_connections=300", "-c", "jit=off")
            .WithDataVolume(VolumeOf(state, "postgres"))
            .WithAnnotation(new RestartAlways());

    public static IResourceBuilder<IResource> AddRabbit(
        IDistributedApplicationBuilder builder, StateDirectory state, int port, BrokerUsers users)
    {
        var user = builder.AddParameter("rabbitmq-tests-user", BrokerUsers.Tests);
        return builder.AddRabbitMQ("rabbitmq", user, builder.AddSecret(state, $"rabbitmq-{BrokerUsers.Tests}"), port)
            .WithImageTag("4")
            .WithDataVolume(VolumeOf(state, "rabbitmq"))
            .WithContainerFiles("/etc/rabbitmq", (_, _) => Task.FromResult<IEnumerable<ContainerFileSystemItem>>(
            [
                new ContainerFile { Name = "definitions.json", Contents = users.Definitions },
                new ContainerDirectory { Name = "conf.d", Entries = [Configuration] },
            ]))
            .WithAnnotation(new RestartAlways());
    }

    private static string VolumeOf(StateDirectory state, string server) =>
        $"technopark-{state.Secret("volume")[..8]}-{server}";
}
