namespace Technopark.AppHost;

/// <summary>A RabbitMQ of this park's own.</summary>
internal static class RabbitServer
{
    private const string Account = "rabbitmq";
    private const string Definitions = "definitions.json";
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static IResourceBuilder<ExecutableResource> Add(IDistributedApplicationBuilder builder, Site site, out BrokerUsers users)
    {
        var port = site.Ports.Next();
        builder.Configuration["ConnectionStrings:rabbitmq"] = $"amqp://127.0.0.1:{port}";
        var broker = Installed() is { } program
            ? Local(builder, site, program, port, out users)
            : Contained(builder, site, port, out users);
        return broker
            .WithEndpoint(port: port, scheme: "tcp", name: "tcp", isProxied: false)
            .WithTcpHealthCheck(port);
    }

    private static IResourceBuilder<ExecutableResource> Contained(
        IDistributedApplicationBuilder builder, Site site, int port, out BrokerUsers users)
    {
        var definitions = Path.Combine(site.Directory, "rabbitmq-definitions.json");
        var configuration = Path.Combine(site.Directory, "rabbitmq.conf");
        // The account inside is nobody's outside; what it reads has no password in it.
        users = new BrokerUsers(site, text => Site.Write(definitions, text, Readable));
        Site.Write(configuration, "load_definitions = /etc/rabbitmq/definitions.json\n", Readable);
        return Container.Add(builder, site, "rabbitmq", "docker.io/library/rabbitmq:4", port, 5672, "/var/lib/rabbitmq", "--hostname", "park",
            "-v", $"{definitions}:/etc/rabbitmq/definitions.json:ro", "-v", $"{configuration}:/etc/rabbitmq/conf.d/20-park.conf:ro");
    }

    private static IResourceBuilder<ExecutableResource> Local(
        IDistributedApplicationBuilder builder, Site site, string program, int port, out BrokerUsers users)
    {
        var home = Accounts.Home(site, "rabbitmq", Account);
        users = new BrokerUsers(site, text => Written(home, Definitions, text));
        var mapperPort = FormattableString.Invariant($"{site.Ports.Next()}");
        // Erlang's port mapper would be left behind by the broker that starts one: it is a process of the park.
        var mapper = Accounts.AddExecutable(builder, "epmd", Account, home,
            [Found("epmd") ?? "epmd", "-address", "127.0.0.1", "-port", mapperPort]);
        return Accounts.AddExecutable(builder, "rabbitmq", Account, home, [program])
            .WithEnvironment("HOME", home)
            // Becomes the broker instead of watching over it, so that a signal reaches the broker itself.
            .WithEnvironment("RUNNING_UNDER_SYSTEMD", "1")
            .WithEnvironment("ERL_EPMD_ADDRESS", "127.0.0.1")
            .WithEnvironment("ERL_EPMD_PORT", mapperPort)
            .WithEnvironment("RABBITMQ_NODENAME", $"park-{site.Secret("rabbitmq-node")[..8]}@localhost")
            .WithEnvironment("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1")
            .WithEnvironment("RABBITMQ_NODE_PORT", FormattableString.Invariant($"{port}"))
            .WithEnvironment("RABBITMQ_DIST_PORT", FormattableString.Invariant($"{site.Ports.Next()}"))
            // Else whoever reaches the machine reaches the administrators' door.
            .WithEnvironment("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}")
            .WithEnvironment("RABBITMQ_MNESIA_BASE", Path.Combine(home, "data"))
            .WithEnvironment("RABBITMQ_LOG_BASE", Path.Combine(home, "log"))
            .WithEnvironment("RABBITMQ_LOGS", "-")
            .WithEnvironment("RABBITMQ_PID_FILE", Path.Combine(home, "pid"))
            .WithEnvironment("RABBITMQ_CONF_ENV_FILE", "/dev/null")
            .WithEnvironment("RABBITMQ_CONFIG_FILE", Configuration(home))
            .WithEnvironment("RABBITMQ_ENABLED_PLUGINS_FILE", Written(home, "enabled_plugins", "[]."))
            .WithEnvironment("RABBITMQ_GENERATED_CONFIG_DIR", Path.Combine(home, "generated"))
            .WaitFor(mapper);
    }

    private static string Configuration(string home) => Written(home, "rabbitmq.conf", $"""
        load_definitions = {Path.Combine(home, Definitions)}
        log.console.level = warning
        disk_free_limit.absolute = 200MB
        """);

    private static string Written(string home, string name, string text)
    {
        var path = Path.Combine(home, name);
        Site.Write(path, text + "\n");
        Accounts.Own(path, Account);
        return path;
    }

    // Debian's program on PATH changes user and directory: the one behind it is started.
    private static string? Installed() => File.Exists("/usr/lib/rabbitmq/bin/rabbitmq-server")
        ? "/usr/lib/rabbitmq/bin/rabbitmq-server"
        : Found("rabbitmq-server");

    private static string? Found(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(directory => Path.Combine(directory, program)).FirstOrDefault(File.Exists);
}
