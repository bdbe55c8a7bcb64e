using System.Security.Cryptography;
using System.Text.Json;

namespace Technopark.Terminal;

/// <summary>
/// A directory with <c>base</c>, as pg_basebackup wrote it with a manifest of its own; <c>files</c>, what else the
/// state directory keeps; <c>backup.json</c>; and over these <c>SHA256SUMS</c>, as <c>sha256sum -c</c> reads it.
/// </summary>
internal sealed class Backup(string path)
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode OwnerOnlyDirectory = OwnerOnly | UnixFileMode.UserExecute;

    // Raised when an older program could not restore what a newer one backed up, or could not run what it restored.
    private const int Format = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private string About { get; } = Path.Combine(path, "backup.json");

    private string Sums { get; } = Path.Combine(path, "SHA256SUMS");

    /// <summary>Every database at one moment.</summary>
    public string Base { get; } = Path.Combine(path, "base");

    /// <summary>Secrets, the certificates that seal keys in the databases, mails that were written to files.</summary>
    public string Files { get; } = Path.Combine(path, "files");

    /// <summary>Makes it whole: without the sums, which are written last, it is none.</summary>
    public void Seal(DateTimeOffset made, string by, ClusterContents contents)
    {
        Write(About, JsonSerializer.Serialize(new Manifest(Format, made, by, contents), Json));
        Write(Sums, string.Concat(HashAll().Select(line => line + '\n')));
    }

    /// <exception cref="CommandException">It is none, it is damaged, or of a newer version.</exception>
    public Manifest Read()
    {
        if (!File.Exists(About) || !File.Exists(Sums))
        {
            throw Foreign();
        }

        string[] found = [.. HashAll()], listed = File.ReadAllLines(Sums);
        if (found.Except(listed).Concat(listed.Except(found)).FirstOrDefault() is { } differs)
        {
            throw new CommandException($"technopark: {path} is damaged: {differs.Split("  ", 2)[^1]}");
        }

        if (JsonSerializer.Deserialize<Manifest>(File.ReadAllText(About), Json) is not
            { Format: > 0, Contents.Databases: { } databases } manifest)
        {
            throw Foreign();
        }

        return manifest.Format <= Format && !databases.Any(IsNewer) ? manifest : throw new CommandException(
            $"technopark: {path} was made by a newer version of this program: restore it with {manifest.By}");
    }

    private CommandException Foreign() =>
        new($"technopark: {path} is not the backup of a park, or was not finished");

    /// <summary>Copies a directory for its owner's eyes alone.</summary>
    /// <param name="except">Names in it that are left out.</param>
    public static void Copy(string from, string to, params string[] except)
    {
        Directory.CreateDirectory(to, OwnerOnlyDirectory);
        var entries = new DirectoryInfo(from).EnumerateFileSystemInfos();
        foreach (var entry in entries.Where(entry => !except.Contains(entry.Name)))
        {
            var copy = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo)
            {
                Copy(entry.FullName, copy);
            }
            else if (entry.Extension is not (".new" or ".part"))
            {
                File.Copy(entry.FullName, copy);
                File.SetUnixFileMode(copy, OwnerOnly);
            }
        }
    }

    /// <summary>A service of this repository has not got the last migration of its database.</summary>
    private static bool IsNewer(ClusterContents.Database database) =>
        Directory.EnumerateDirectories("services").Append("gateway")
            .Where(folder => Path.GetFileName(folder).Equals(database.Name, StringComparison.OrdinalIgnoreCase))
            .Any(folder => database.Migration is { } last
                && !Directory.EnumerateFiles(folder, $"{last}.cs", SearchOption.AllDirectories).Any());

    private IEnumerable<string> HashAll() =>
        (Directory.Exists(Files) ? Directory.EnumerateFiles(Files, "*", SearchOption.AllDirectories) : [])
            .Append(Path.Combine(Base, "backup_manifest")).Append(About).Where(File.Exists)
            .Order(StringComparer.Ordinal).Select(file => $"{Hash(file)}  {Path.GetRelativePath(path, file)}");

    private static string Hash(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static void Write(string file, string text)
    {
        File.WriteAllText(file, text);
        File.SetUnixFileMode(file, OwnerOnly);
    }

    /// <param name="Format">Of the directory.</param>
    /// <param name="Made">When.</param>
    /// <param name="By">Version and commit of the program.</param>
    /// <param name="Contents">What is found in the databases once they are recovered from it.</param>
    internal sealed record Manifest(int Format, DateTimeOffset Made, string By, ClusterContents Contents);
}
