using System.Reflection;
using Npgsql;

namespace Technopark.Terminal;

/// <summary>Copies a park that runs, as it is at one moment, and tries the copy out before it is a backup.</summary>
internal static class BackupCommand
{
    // Servers' own data, and what a park says of itself anew at each start.
    private static readonly string[] NotCopied = ["postgres", "rabbitmq", "park.json", "park.lock", "park.log"];

    public static Command Create()
    {
        var command = new Command("backup") { Options.State, Options.BackupPath };
        Options.Require(command, Options.BackupPath,
            "backup wants the whole path of a directory that is not there yet, for example /mnt/park-1");
        command.SetAction(parsed => Interruption.HeedAsync(async ct =>
        {
            await RunAsync(Options.StateOf(parsed), Path.GetFullPath(parsed.GetValue(Options.BackupPath)!), ct);
            return 0;
        }));
        return command;
    }

    private static async Task RunAsync(string state, string target, CancellationToken ct)
    {
        var park = (await RunningInstance.ReadAsync(state)).Manifest;
        if (park.Resources.All(resource => resource.Name != "postgres") || !Directory.Exists(DataOf(state)))
        {
            throw new CommandException($"technopark: the databases are not in {state}: back them up with the tools of "
                + "their server, and the rest as docs/guides/backup.md says");
        }

        var partial = $"{target}.partial";
        foreach (var taken in new[] { target, partial }.Where(path => Path.Exists(path) || $"{path}/".StartsWith(
            $"{state}/", StringComparison.Ordinal)))
        {
            throw new CommandException($"technopark: {taken} {(Path.Exists(taken)
                ? "is there already" : "is in the park's own directory")}: choose another place");
        }

        Directory.CreateDirectory(partial, Backup.OwnerOnlyDirectory);
        try
        {
            var contents = await WriteAsync(state, new NpgsqlConnectionStringBuilder(park.Postgres), new(partial), ct);
            await SyncAsync(partial, ct);
            Directory.Move(partial, target);
            Console.WriteLine($"{target} is a backup of {state}, its files were checked, its databases came up:");
            contents.Databases.ToList().ForEach(Console.WriteLine);
        }
        finally
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }
        }

        await SyncAsync(target, CancellationToken.None);
    }

    private static async Task<ClusterContents> WriteAsync(
        string state, NpgsqlConnectionStringBuilder server, Backup backup, CancellationToken ct)
    {
        var programs = new PostgresPrograms();
        var now = await ClusterContents.ReadAsync(server, ct);
        await programs.RequireAsync(now.Postgres, ct);
        await programs.CopyAsync(server, backup.Base, ct);
        // Afterwards: a secret is written before it is used and never goes, so whatever the databases hold these open.
        // A mail leaves the queue in the database once its file is there: at worst it is in both, never in neither.
        Backup.Copy(state, backup.Files, NotCopied);
        await programs.VerifyAsync(backup.Base, ct);
        var contents = await TryOutAsync(programs, state, server.Password!, backup, ct);
        var by = typeof(BackupCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
        backup.Seal(
            TimeProvider.System.GetUtcNow(), by.InformationalVersion, contents with { Timeline = now.Timeline });
        return contents;
    }

    /// <summary>Beside the park's own data: PostgreSQL's account can reach that.</summary>
    private static async Task<ClusterContents> TryOutAsync(
        PostgresPrograms programs, string state, string password, Backup backup, CancellationToken ct)
    {
        const long spare = 500_000_000;
        var size = new DirectoryInfo(backup.Base).EnumerateFiles("*", SearchOption.AllDirectories)
            .Sum(file => file.Length);
        if (new DriveInfo(state).AvailableFreeSpace is var free && free < size + spare)
        {
            throw new CommandException($"technopark: to try it out wants {(size + spare) / 1_000_000} MB in {state} "
                + $"for a moment, {free / 1_000_000} are free");
        }

        var home = Path.Combine(state, "postgres", FormattableString.Invariant($"backup-{Environment.ProcessId}"));
        try
        {
            return await programs.RecoverAsync(backup.Base, home, password, toKeep: false, ct);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static string DataOf(string state) => Path.Combine(state, "postgres", "data");

    /// <summary>Returns when what was written can survive a power cut.</summary>
    private static async Task SyncAsync(string path, CancellationToken ct)
    {
        if (await Programs.RunAsync(["sync", "-f", path], ct) != 0)
        {
            throw new CommandException($"technopark: {path} could not be written for good");
        }
    }
}
