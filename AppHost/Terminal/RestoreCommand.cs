namespace Technopark.Terminal;

/// <summary>Makes a state directory of a backup; what was there before is left alone until all is proven.</summary>
internal static class RestoreCommand
{
    // As root, PostgreSQL and RabbitMQ run under accounts of their own and must be able to pass through.
    private const UnixFileMode Passage =
        Backup.OwnerOnlyDirectory | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static Command Create()
    {
        var command = new Command("restore") { Options.State, Options.BackupPath, Options.Replace };
        Options.Require(
            command, Options.BackupPath, "restore wants the whole path of a backup, for example /mnt/park-1");
        command.SetAction(parsed => Interruption.HeedAsync(async ct =>
        {
            await RunAsync(Path.GetFullPath(parsed.GetValue(Options.BackupPath)!), Options.StateOf(parsed),
                parsed.GetValue(Options.Replace), ct);
            return 0;
        }));
        return command;
    }

    private static async Task RunAsync(string path, string state, bool replace, CancellationToken ct)
    {
        var isTaken = Directory.Exists(state) && Directory.EnumerateFileSystemEntries(state).Any();
        if (isTaken && !replace)
        {
            throw new CommandException(
                $"technopark: there is something in {state}: --replace moves it aside, --state DIR restores elsewhere");
        }

        RefuseWhereAParkRuns(state);
        var backup = new Backup(path);
        var manifest = backup.Read();
        var programs = new PostgresPrograms();
        await programs.RequireAsync(manifest.Contents.Postgres, ct);
        await programs.VerifyAsync(backup.Base, ct);

        var draft = $"{state}.restoring";
        if (Path.Exists(draft))
        {
            throw new CommandException($"technopark: {draft} is left of a restore that was cut off: remove it first");
        }

        Directory.CreateDirectory(draft, Environment.IsPrivilegedProcess ? Passage : Backup.OwnerOnlyDirectory);
        try
        {
            await LayOutAsync(backup, manifest, programs, draft, ct);
            RefuseWhereAParkRuns(state);
            var aside = MakeWay(state, isTaken);
            Directory.Move(draft, state);
            Tell(path, state, manifest, aside);
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }

    private static async Task LayOutAsync(
        Backup backup, Backup.Manifest manifest, PostgresPrograms programs, string draft, CancellationToken ct)
    {
        Backup.Copy(backup.Files, draft);
        var password = await File.ReadAllTextAsync(Path.Combine(draft, "secrets", "postgres"), ct);
        var contents = await programs.RecoverAsync(
            backup.Base, Path.Combine(draft, "postgres"), password, toKeep: true, ct);
        // By the new timeline the services see that their event logs begin another life.
        if (contents.Timeline <= manifest.Contents.Timeline
            || !contents.Databases.SequenceEqual(manifest.Contents.Databases))
        {
            throw new CommandException("technopark: the databases are not what they were when the backup was made");
        }

        // By it reset knows a state directory, also one that never ran.
        await File.WriteAllTextAsync(Path.Combine(draft, "park.lock"), "", ct);
        await Programs.RunAsync(["sync", "-f", draft], ct);
    }

    /// <returns>Where what was there before is now.</returns>
    private static string? MakeWay(string state, bool isTaken)
    {
        if (!isTaken)
        {
            if (Directory.Exists(state))
            {
                Directory.Delete(state);
            }

            return null;
        }

        var now = TimeProvider.System.GetUtcNow();
        var aside = FormattableString.Invariant($"{state}.before-{now:yyyyMMdd'T'HHmmss'Z'}");
        Directory.Move(state, aside);
        return aside;
    }

    private static void RefuseWhereAParkRuns(string state)
    {
        if (new ParkProcesses(state).Find() is not [])
        {
            throw new CommandException($"technopark: a park is running in {state}: ./technopark down first");
        }
    }

    private static void Tell(string path, string state, Backup.Manifest manifest, string? aside)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"{path}, made at {manifest.Made:yyyy-MM-dd HH:mm:ss} UTC, was restored into {state}"));
        manifest.Contents.Databases.ToList().ForEach(Console.WriteLine);
        if (aside is not null)
        {
            Console.WriteLine($"what was there before is in {aside}");
        }

        Console.WriteLine("Start it with ./technopark up, look whether all gets healthy and the headline is right, "
            + "and erase again whom you erased since: docs/guides/backup.md");
    }
}
