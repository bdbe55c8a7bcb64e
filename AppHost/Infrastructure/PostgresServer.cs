using Npgsql;

namespace Technopark.AppHost;

/// <summary>The park's own PostgreSQL, from installed programs: Aspire's AddPostgres is a container.</summary>
internal static class PostgresServer
{
    private const string Account = "postgres";

    private static readonly string[] Servers = ["postgres", "initdb"];

    // Told to terminate, PostgreSQL waits for its last client; interrupted, it stops cleanly and at once.
    private const string StopsAtOnce = """
        setpriv --pdeathsig KILL -- "$@" & server=$!
        trap 'kill -INT $server' TERM INT
        while kill -0 $server 2>/dev/null; do wait $server; done
        """;

    public static string AddressAt(int port, StateDirectory state) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "postgres",
        Password = state.Secret("postgres"),
        Database = "postgres",
    }.ConnectionString;

    public static IResourceBuilder<IResource> Add(
        IDistributedApplicationBuilder builder, StateDirectory state, int port)
    {
        var programs = Installed() ?? throw UnixAccounts.Missing("postgres");
        var home = UnixAccounts.Home(state, "postgres", Account);
        var data = Path.Combine(home, "data");
        if (builder.ExecutionContext.IsRunMode)
        {
            PrepareCluster(programs, home, data, state.Secret("postgres"));
        }

        string[] server =
        [
            "/bin/sh", "-c", StopsAtOnce, "sh",
            Path.Combine(programs, "postgres"), "-D", data, "-p", FormattableString.Invariant($"{port}"),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300",
            "-c", "shared_buffers=128MB", "-c", "jit=off", "-c", "log_checkpoints=off",
        ];
        return UnixAccounts.AddExecutable(builder, "postgres", Account, home, server)
            .WithEndpoint(port: port, scheme: "tcp", name: "tcp", isProxied: false)
            .WithHealthCheck(Infrastructure.DatabasesName);
    }

    private static string? Installed()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return versions.OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var version) ? version : 0)
            .Select(path => Path.Combine(path, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(path => Servers.All(program => File.Exists(Path.Combine(path, program))));
    }

    private static void PrepareCluster(string programs, string home, string data, string password)
    {
        var made = Path.Combine(data, "PG_VERSION");
        if (!File.Exists(made))
        {
            CreateCluster(Path.Combine(programs, "initdb"), home, data, password);
            return;
        }

        // "postgres (PostgreSQL) 15.13 (Debian …)"
        var told = UnixAccounts.Run(Account, home, Path.Combine(programs, "postgres"), "--version");
        var installed = told.Split(' ')[2].Split('.')[0];
        if (File.ReadAllText(made).Trim() is var version && version != installed)
        {
            throw new DistributedApplicationException(
                $"{data} was made by PostgreSQL {version} and {installed} is installed. "
                + $"Install postgresql-{version}, move the data with pg_upgrade, or choose another place: --state DIR");
        }
    }

    private static void CreateCluster(string initdb, string home, string data, string password)
    {
        var passwordFile = Path.Combine(home, "password");
        StateDirectory.Write(passwordFile, password);
        UnixAccounts.Own(passwordFile, Account);
        UnixAccounts.Run(Account, home, initdb, "-D", data, "-U", "postgres", "-A", "scram-sha-256",
            $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C.UTF-8");
        File.Delete(passwordFile);
    }
}
