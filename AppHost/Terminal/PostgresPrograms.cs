using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Technopark.Terminal;

/// <summary>PostgreSQL's own programs: they copy a cluster that runs, prove the copy, and recover it.</summary>
internal sealed class PostgresPrograms
{
    private const string Account = "postgres";

    // Its own archive ends with the backup, and nobody is let in before all of that is replayed.
    private const string OfRecovery =
        "-c restore_command=false -c hot_standby=off -c autovacuum=off -c jit=off "
        + "-c listen_addresses=127.0.0.1 -c unix_socket_directories=''";

    private readonly string _folder;

    /// <summary>Those that <c>up</c> would start: AppHost/Infrastructure/PostgresServer.cs finds them alike.</summary>
    /// <exception cref="CommandException">There are none.</exception>
    public PostgresPrograms()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        _folder = versions.OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var major) ? major : 0)
            .Select(path => Path.Combine(path, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(path => File.Exists(Path.Combine(path, "postgres")) && File.Exists(Program(path, "initdb")))
            ?? throw new CommandException("technopark: there is no PostgreSQL: apt-get install postgresql");
    }

    /// <exception cref="CommandException">They are of another major version.</exception>
    public async Task RequireAsync(int major, CancellationToken ct)
    {
        // "postgres (PostgreSQL) 15.13 (Debian …)"
        var told = await Programs.CaptureAsync([Program(_folder, "postgres"), "--version"], ct);
        if (told.Output.Split(' ', '.') is [_, _, var installed, ..]
            && installed != major.ToString(CultureInfo.InvariantCulture))
        {
            throw new CommandException(
                $"technopark: it is of PostgreSQL {major}, and {installed} is installed: install postgresql-{major}");
        }
    }

    /// <summary>Copies all databases as they are at one moment, while they are written to.</summary>
    public Task CopyAsync(NpgsqlConnectionStringBuilder server, string to, CancellationToken ct) => RunAsync(
        [
            Program(_folder, "pg_basebackup"), "-D", to, "-X", "stream", "--checkpoint=fast",
            "--manifest-checksums=SHA256",
        ],
        "technopark: the databases could not be copied", ct, new Dictionary<string, string>
        {
            ["PGHOST"] = server.Host!,
            ["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = server.Username!,
            ["PGPASSWORD"] = server.Password!,
        });

    /// <summary>Holds every file of a copy against its manifest, and reads its write-ahead log.</summary>
    public Task VerifyAsync(string copy, CancellationToken ct) =>
        RunAsync([Program(_folder, "pg_verifybackup"), "-q", copy], $"technopark: {copy} is damaged", ct);

    /// <summary>Makes a cluster of a copy, in a new timeline, and says what is in it. It runs meanwhile only.</summary>
    /// <param name="home">Where it comes to be, as <c>data</c>.</param>
    /// <param name="toKeep">False where it is only made to see that it can be.</param>
    public async Task<ClusterContents> RecoverAsync(
        string copy, string home, string password, bool toKeep, CancellationToken ct)
    {
        var data = Path.Combine(home, "data");
        Directory.CreateDirectory(home, Backup.OwnerOnlyDirectory);
        await RunAsync(["cp", "-a", copy, data], $"technopark: {copy} could not be copied", ct);
        await File.WriteAllTextAsync(Path.Combine(data, "recovery.signal"), "", ct);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(["chown", "-R", $"{Account}:", home], $"technopark: {home} could not be given away", ct);
        }

        var server = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = FreePort(),
            Username = "postgres",
            Password = password,
            Database = "postgres",
        };
        var log = Path.Combine(home, "recovery.log");
        try
        {
            var options = $"-p {server.Port} -c fsync={(toKeep ? "on" : "off")} {OfRecovery}";
            await Programs.CaptureAsync(Control(home, "start", "-l", log, "-o", options), ct);
            return await ReadAsync(server, ct);
        }
        catch (NpgsqlException e)
        {
            var said = File.Exists(log) ? await File.ReadAllTextAsync(log, ct) : e.Message;
            throw new CommandException($"technopark: the databases of {copy} do not come up:\n{said}");
        }
        finally
        {
            // It has ended already where this fails.
            await Programs.CaptureAsync(Control(home, "stop", "-m", "fast"), CancellationToken.None);
            File.Delete(log);
        }
    }

    /// <summary>Waits until the write-ahead log is replayed.</summary>
    private static async Task<ClusterContents> ReadAsync(NpgsqlConnectionStringBuilder server, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await ClusterContents.ReadAsync(server, ct);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }
        }
    }

    // The server refuses to be root's. Its account need not be able to look at where this program runs.
    private string[] Control(string home, params string[] command) =>
    [
        .. Environment.IsPrivilegedProcess
            ? ["setpriv", $"--reuid={Account}", $"--regid={Account}", "--init-groups", "--"] : Array.Empty<string>(),
        "env", "-C", home, Program(_folder, "pg_ctl"), "-w", "-D", Path.Combine(home, "data"), .. command,
    ];

    private static string Program(string folder, string name) => Path.Combine(folder, name);

    private static async Task RunAsync(string[] command, string complaint, CancellationToken ct,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        if (await Programs.RunAsync(command, ct, environment) != 0)
        {
            throw new CommandException(complaint);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
