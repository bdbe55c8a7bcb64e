using System.Diagnostics;
using System.Security.Cryptography;

namespace Technopark.TerminalTests;

/// <summary>What is no whole backup of this version is refused, and nothing is touched for it.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string _place = Directory.CreateTempSubdirectory("technopark-backup.").FullName;

    private string Backup => Path.Combine(_place, "backup");

    private string State => Path.Combine(_place, "state");

    [Theory]
    [InlineData("none", "is not the backup of a park, or was not finished")]
    [InlineData("unfinished", "is not the backup of a park, or was not finished")]
    [InlineData("foreign", "is not the backup of a park, or was not finished")]
    [InlineData("changed", "is damaged: files/secrets/postgres")]
    [InlineData("lost", "is damaged: files/secrets/postgres")]
    [InlineData("added", "is damaged: files/mail/1.eml")]
    [InlineData("toldOtherwise", "is damaged: backup.json")]
    [InlineData("manifestChanged", "is damaged: base/backup_manifest")]
    [InlineData("format", "was made by a newer version of this program: restore it with 2.0.0+abc")]
    [InlineData("migration", "was made by a newer version of this program: restore it with 2.0.0+abc")]
    [InlineData("postgres", "it is of PostgreSQL 1, and ")]
    [InlineData("databases", "base is damaged")]
    public async Task What_is_no_whole_backup_of_this_version_is_refused(string fault, string sentence)
    {
        Write(fault);
        Put(Path.Combine(State, "version"), "1");
        var before = Everything();
        var (exitCode, said, errors) = await TerminalProgram.RunAsync(
            "restore", fault == "none" ? _place : Backup, "--state", State, "--replace");
        Assert.Equal((1, ""), (exitCode, said));
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task What_is_there_is_not_overwritten_unasked()
    {
        Write("");
        Put(Path.Combine(State, "version"), "1");
        var before = Everything();
        var (exitCode, _, errors) = await TerminalProgram.RunAsync("restore", Backup, "--state", State);
        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"technopark: there is something in {State}: --replace moves it aside, --state DIR restores elsewhere\n",
            errors);
        Assert.Equal(before, Everything());
    }

    [Theory]
    [InlineData("restore {0}/backup --replace", "a park is running in {0}/state: ./technopark down first")]
    [InlineData("backup {0}/backup", "{0}/backup is there already: choose another place")]
    [InlineData("backup {0}/cutOff", "{0}/cutOff.partial is there already: choose another place")]
    [InlineData("backup {0}/state/backup", "{0}/state/backup is in the park's own directory: choose another place")]
    public async Task A_running_park_is_neither_overwritten_nor_copied_into_itself(string command, string sentence)
    {
        Write("");
        Put(Path.Combine(State, "postgres/data/PG_VERSION"), "15");
        Directory.CreateDirectory(Path.Combine(_place, "cutOff.partial"));
        Assert.Equal(
            $"technopark: {string.Format(null, sentence, _place)}\n",
            await RefusedWhileItRunsAsync(string.Format(null, command, _place), "postgres"));
    }

    [Fact]
    public async Task Databases_on_a_server_of_somebody_else_are_not_said_to_be_backed_up()
    {
        Assert.Equal(
            $"technopark: the databases are not in {State}: back them up with the tools of their server, "
            + "and the rest as docs/guides/backup.md says\n",
            await RefusedWhileItRunsAsync($"backup {Backup}", "rabbitmq"));
        Assert.False(Directory.Exists(Backup));
    }

    public void Dispose() => Directory.Delete(_place, recursive: true);

    /// <summary>What a command says beside a process that is taken for a park with this server of its own.</summary>
    private async Task<string> RefusedWhileItRunsAsync(string command, string server)
    {
        using var park = Process.Start(
            new ProcessStartInfo("sh", ["-c", "read end", "Technopark.AppHost"]) { RedirectStandardInput = true })!;
        Put(Path.Combine(State, "park.lock"), $"{park.Id}");
        Put(Path.Combine(State, "park.json"), JsonSerializer.Serialize(new
        {
            gateway = "",
            dashboard = "",
            postgres = "Host=127.0.0.1;Port=1",
            resources = new[] { new { name = server, endpoints = new { } } },
        }));
        var before = Everything();
        var (exitCode, said, errors) = await TerminalProgram.RunAsync([.. command.Split(' '), "--state", State]);
        park.StandardInput.Close();
        await park.WaitForExitAsync();
        Assert.Equal((1, ""), (exitCode, said));
        Assert.Equal(before, Everything());
        return errors;
    }

    private void Write(string fault)
    {
        var about = new
        {
            format = fault == "format" ? 2 : 1,
            made = "2026-11-28T12:00:00+00:00",
            by = "2.0.0+abc",
            contents = new
            {
                postgres = fault == "postgres" ? 1 : Major(),
                timeline = 1,
                databases = new[] { new { name = "registry", migration = Migration(fault == "migration") } },
            },
        };
        Put(Path.Combine(Backup, "files/secrets/postgres"), "secret");
        Put(Path.Combine(Backup, "base/backup_manifest"), "nothing that PostgreSQL wrote");
        Put(Path.Combine(Backup, "backup.json"), fault == "foreign" ? "{}" : JsonSerializer.Serialize(about));
        if (fault != "unfinished")
        {
            string[] names = ["backup.json", "base/backup_manifest", "files/secrets/postgres"];
            var sums = names.Select(name => $"{Hash(Path.Combine(Backup, name))}  {name}\n");
            Put(Path.Combine(Backup, "SHA256SUMS"), string.Concat(sums));
        }

        Damage(fault);
    }

    private void Damage(string fault)
    {
        var (name, text) = fault switch
        {
            "changed" => ("files/secrets/postgres", "Secret"),
            "added" => ("files/mail/1.eml", ""),
            "toldOtherwise" => ("backup.json", "{}"),
            "manifestChanged" => ("base/backup_manifest", ""),
            _ => ("", ""),
        };
        if (name.Length > 0)
        {
            Put(Path.Combine(Backup, name), text);
        }
        else if (fault == "lost")
        {
            File.Delete(Path.Combine(Backup, "files/secrets/postgres"));
        }
    }

    private string[] Everything() => [.. Directory.EnumerateFiles(_place, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(file => $"{Hash(file)} {file}")];

    private static string Migration(bool ofTheFuture) => ofTheFuture ? "29990101000000_Unknown"
        : Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "services/Registry/Data/Migrations"), "*_Initial.cs").Single());

    private static int Major() => Directory.GetDirectories("/usr/lib/postgresql")
        .Max(path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture));

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static void Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
