using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Technopark.Terminal;

/// <summary>Every option of every command, with the sentence that refuses a wrong value.</summary>
internal static class Options
{
    public static readonly Option<string> Port = One("--port", value => IsNumber(value, 1, 65535)
        ? null : $"--port wants a number from 1 to 65535, not '{value}'");

    public static readonly Option<string> State = Matching("--state", ".+", "a directory");

    public static readonly Option<bool> Detach = new("--detach");

    public static readonly Option<string[]> Replicas = Checked(new Option<string[]>("--replicas"), value =>
        !Regex.IsMatch(value, @"\A[a-z]+=[1-9]\z") ? $"--replicas wants NAME=N, for example registry=2, not '{value}'"
        : !IsService(value.Split('=')[0]) ? $"--replicas: the park has no {value.Split('=')[0]}"
        : null);

    public static readonly Option<string[]> Subscriber = Checked(new Option<string[]>("--subscriber"), value =>
        Regex.IsMatch(value, @"\A[a-z]{2,30}\z")
            ? null : "--subscriber wants a name of small letters, for example crm");

    public static readonly Option<bool> Full = new("--full");

    public static readonly Option<string> Project = One("--project", value =>
        Directory.Exists($"tests/{value}.Tests") ? null : $"--project: there is no tests/{value}.Tests");

    public static readonly Option<string> SecondsPerRound = One("--seconds-per-round", value => IsNumber(value, 1, 8)
        ? null : $"--seconds-per-round wants a number from 1 to 8, not '{value}'");

    public static readonly Option<string> Only =
        Matching("--only", "[a-z]+(,[a-z]+)*", "parts with commas between, for example reads,writes");

    public static readonly Option<string> Mail = Matching("--mail", @"[^\s@]+@[^\s@]+", "a mail address");

    public static readonly Option<string> Role =
        Matching("--role", "[a-z]+(,[a-z]+)*", "roles with commas between, for example founder");

    public static readonly Option<string> User =
        Matching("--user", "[A-Za-z0-9._-]{1,60}", "a name of letters, digits, dots and dashes");

    public static readonly Option<string> Service = Matching("--service", "[a-z]+", "a name, for example registry");

    public static readonly Option<string> Actor = Matching("--actor", "[A-Za-z0-9._-]{1,100}", "an id or a name");

    public static readonly Option<string> Thing = Matching("--thing", "[0-9a-fA-F-]{36}", "an id");

    public static readonly Option<string> Since = Matching("--since",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9:]+)?)?", "a date, or a time like 2026-11-24T12:00:00Z");

    public static readonly Option<string> Format = Matching("--format", "ndjson|csv", "ndjson or csv");

    public static readonly Option<bool> Yes = new("--yes");

    public static readonly Option<bool> Replace = new("--replace");

    public static readonly Option<string> Repeat = Matching("--repeat", "/.+", "the whole path of a list of ids");

    public static readonly Argument<string> BackupPath = new("BACKUP") { Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Makes a command refuse to go without some of its options.</summary>
    public static void Require(Command command, string sentence, params Option[] options) =>
        command.Validators.Add(result =>
        {
            if (options.Any(option => result.GetResult(option) is null))
            {
                result.AddError(sentence);
            }
        });

    /// <summary>Makes a command refuse a path that begins where the script was called: it has left there.</summary>
    public static void Require(Command command, Argument<string> path, string sentence) =>
        command.Validators.Add(result =>
        {
            if (!Path.IsPathRooted(result.GetValue(path)))
            {
                result.AddError(sentence);
            }
        });

    /// <summary>
    /// The state directory that was asked for, here or in the environment, or the usual one; links in it are followed.
    /// </summary>
    public static string StateOf(ParseResult parsed) =>
        (parsed.GetValue(State) ?? Environment.GetEnvironmentVariable("TECHNOPARK_STATE")) is { Length: > 0 } given
            ? Resolve(Path.GetFullPath(given))
        : Environment.IsPrivilegedProcess ? "/var/lib/technopark"
        : Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } home ? $"{home}/technopark"
        : $"{Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)}/.local/state/technopark";

    private static string Resolve(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var whole = new DirectoryInfo(Path.Combine(Resolve(parent), Path.GetFileName(path)));
        return whole.LinkTarget is null ? whole.FullName : whole.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static bool IsNumber(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most;

    // What can be run several times has a folder with a program in it.
    private static bool IsService(string name) => name == "gateway"
        || Directory.EnumerateDirectories("services").Any(folder => File.Exists(Path.Combine(folder, "Program.cs"))
            && Path.GetFileName(folder).Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Option<string> Matching(
        string name, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern, string wanted) =>
        One(name, value => Regex.IsMatch(value, $@"\A(?:{pattern})\z") ? null : $"{name} wants {wanted}");

    // A missing value is refused as an empty one is, by the same sentence.
    private static Option<string> One(string name, Func<string, string?> complaint) =>
        Checked(new Option<string>(name) { Arity = ArgumentArity.ZeroOrOne }, complaint);

    private static Option<T> Checked<T>(Option<T> option, Func<string, string?> complaint)
    {
        option.Validators.Add(result =>
        {
            foreach (var value in result.Tokens.Select(token => token.Value).DefaultIfEmpty(""))
            {
                if (complaint(value) is { } sentence)
                {
                    result.AddError(sentence);
                    return;
                }
            }
        });
        return option;
    }
}
