using Npgsql;

namespace Technopark.AppHost;

/// <summary>A PostgreSQL of this park's own.</summary>
internal static class PostgresServer
{
    private const string Account = "postgres";

    // Told to terminate, PostgreSQL waits for its last client, and be it a forgotten console; interrupted, it stops cleanly and at once.
    private const string StopsAtOnce = """
        setpriv --pdeathsig KILL -- "$@" & server=$!
        trap 'kill -INT $server' TERM INT
        while kill -0 $server 2>/dev/null; do wait $server; done
        """;

    public static IResourceBuilder<ExecutableResource> Add(IDistributedApplicationBuilder builder, Site site)
    {
        var port = site.Ports.Next();
        var password = site.Secret("postgres");
        builder.Configuration["ConnectionStrings:postgres"] = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = "postgres",
            Password = password,
            Database = "postgres",
        }.ConnectionString;
        var server = Installed() is { } programs
            ? Local(builder, site, programs, port)
            : Container.Add(builder, site, "postgres", "docker.io/library/postgres:17", port, 5432, "/var/lib/postgresql/data", "-e", "POSTGRES_PASSWORD")
                .WithEnvironment("POSTGRES_PASSWORD", password);
        return server
            .WithEndpoint(port: port, scheme: "tcp", name: "tcp", isProxied: false)
            .WithTcpHealthCheck(port);
    }

    private static IResourceBuilder<ExecutableResource> Local(
        IDistributedApplicationBuilder builder, Site site, string programs, int port)
    {
        var home = Accounts.Home(site, "postgres", Account);
        var data = Path.Combine(home, "data");
        if (!File.Exists(Path.Combine(data, "PG_VERSION")))
        {
            CreateCluster(Path.Combine(programs, "initdb"), home, data, site.Secret("postgres"));
        }

        string[] server =
        [
            "/bin/sh", "-c", StopsAtOnce, "sh", Path.Combine(programs, "postgres"), "-D", data, "-p", FormattableString.Invariant($"{port}"),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300",
            "-c", "shared_buffers=128MB", "-c", "jit=off", "-c", "log_checkpoints=off",
        ];
        return Accounts.AddExecutable(builder, "postgres", Account, home, server);
    }

    private static string? Installed()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return versions.OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var version) ? version : 0)
            .Select(path => Path.Combine(path, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(path => File.Exists(Path.Combine(path, "postgres")) && File.Exists(Path.Combine(path, "initdb")));
    }

    private static void CreateCluster(string initdb, string home, string data, string password)
    {
        var passwordFile = Path.Combine(home, "password");
        Site.Write(passwordFile, password);
        Accounts.Own(passwordFile, Account);
        Accounts.Run(Account, home, initdb, "-D", data, "-U", "postgres", "-A", "scram-sha-256", $"--pwfile={passwordFile}",
            "-E", "UTF8", "--locale=C.UTF-8");
        File.Delete(passwordFile);
    }
}
