using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Technopark.AppHost;

/// <summary>The park's own RabbitMQ, from installed programs: Aspire's AddRabbitMQ is a container.</summary>
internal static class RabbitServer
{
    private const string Account = "rabbitmq";

    public static IResourceBuilder<IResource> Add(
        IDistributedApplicationBuilder builder, StateDirectory state, int port, BrokerUsers users)
    {
        var program = Installed() ?? throw UnixAccounts.Missing("rabbitmq");
        var home = UnixAccounts.Home(state, "rabbitmq", Account);
        users.File = Path.Combine(home, "definitions.json");
        users.Account = Account;
        var mapperPort = FormattableString.Invariant($"{state.Ports.Next()}");
        // Erlang's port mapper would be left behind by the broker that starts one: it is a process of the park.
        var mapper = UnixAccounts.AddExecutable(builder, "epmd", Account, home,
            [Found("epmd") ?? "epmd", "-address", "127.0.0.1", "-port", mapperPort]);
        AddHealthCheck(builder, port);
        return UnixAccounts.AddExecutable(builder, "rabbitmq", Account, home, [program])
            .WithEnvironment("HOME", home)
            // Becomes the broker instead of watching over it, so that a signal reaches the broker itself.
            .WithEnvironment("RUNNING_UNDER_SYSTEMD", "1")
            .WithEnvironment("ERL_EPMD_ADDRESS", "127.0.0.1")
            .WithEnvironment("ERL_EPMD_PORT", mapperPort)
            .WithEnvironment("RABBITMQ_NODENAME", $"park-{state.Secret("rabbitmq-node")[..8]}@localhost")
            .WithEnvironment("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1")
            .WithEnvironment("RABBITMQ_NODE_PORT", FormattableString.Invariant($"{port}"))
            .WithEnvironment("RABBITMQ_DIST_PORT", FormattableString.Invariant($"{state.Ports.Next()}"))
            // Else whoever reaches the machine reaches the administrators' door; and schedulers that wait for work
            // turn a processor that the services next to them need.
            .WithEnvironment("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none")
            .WithEnvironment("RABBITMQ_MNESIA_BASE", Path.Combine(home, "data"))
            .WithEnvironment("RABBITMQ_LOG_BASE", Path.Combine(home, "log"))
            .WithEnvironment("RABBITMQ_LOGS", "-")
            .WithEnvironment("RABBITMQ_PID_FILE", Path.Combine(home, "pid"))
            .WithEnvironment("RABBITMQ_CONF_ENV_FILE", "/dev/null")
            .WithEnvironment("RABBITMQ_CONFIG_FILE", Configuration(home, users.File))
            .WithEnvironment("RABBITMQ_ENABLED_PLUGINS_FILE", Written(home, "enabled_plugins", "[]."))
            .WithEnvironment("RABBITMQ_GENERATED_CONFIG_DIR", Path.Combine(home, "generated"))
            .WithEndpoint(port: port, scheme: "tcp", name: "tcp", isProxied: false)
            .WithHealthCheck("rabbitmq")
            .WaitFor(mapper);
    }

    /// <summary>It listens last of all. The check of Aspire's integration outlives a killed broker.</summary>
    private static void AddHealthCheck(IDistributedApplicationBuilder builder, int port) =>
        builder.Services.AddHealthChecks().AddAsyncCheck("rabbitmq", async ct =>
        {
            // Aspire asks again after one second, two, three: waiting here, the park is told as soon as it may go on.
            for (var left = 50; ; left--)
            {
                try
                {
                    using var client = new TcpClient();
                    await client.ConnectAsync(IPAddress.Loopback, port, ct);
                    return HealthCheckResult.Healthy();
                }
                catch (SocketException) when (left > 0)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, ct);
                }
            }
        });

    private static string Configuration(string home, string definitions) => Written(home, "rabbitmq.conf", $"""
        load_definitions = {definitions}
        log.console.level = warning
        disk_free_limit.absolute = 200MB
        max_message_size = 1048576
        """);

    private static string Written(string home, string name, string text)
    {
        var path = Path.Combine(home, name);
        StateDirectory.Write(path, text + "\n");
        UnixAccounts.Own(path, Account);
        return path;
    }

    // Debian's program on PATH changes user and directory: the one behind it is started.
    private static string? Installed() => File.Exists("/usr/lib/rabbitmq/bin/rabbitmq-server")
        ? "/usr/lib/rabbitmq/bin/rabbitmq-server" : Found("rabbitmq-server");

    private static string? Found(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(directory => Path.Combine(directory, program)).FirstOrDefault(File.Exists);
}
