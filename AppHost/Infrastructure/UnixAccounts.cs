namespace Technopark.AppHost;

/// <summary>Root starts each server under its package's account. Aspire's executables have no such setting.</summary>
internal static class UnixAccounts
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>A directory of the state directory that only the account can look into.</summary>
    public static string Home(StateDirectory state, string name, string account)
    {
        var home = Directory.CreateDirectory(Path.Combine(state.Path, name), Private).FullName;
        Own(home, account);
        if (Environment.IsPrivilegedProcess && Ran(account, "/", "test", "-w", home).ExitCode != 0)
        {
            throw new DistributedApplicationException(
                $"The account {account} cannot reach {home}: choose a place that it may pass through: --state DIR");
        }

        return home;
    }

    public static void Own(string path, string account)
    {
        if (Environment.IsPrivilegedProcess)
        {
            Start("/", ["chown", $"{account}:", path]);
        }
    }

    public static IResourceBuilder<ExecutableResource> AddExecutable(
        IDistributedApplicationBuilder builder, string name, string account, string directory, string[] command)
    {
        string[] line = [.. Prefix(account), .. command];
        return builder.AddExecutable(name, line[0], directory, line[1..]).WithAnnotation(new RestartAlways());
    }

    /// <exception cref="DistributedApplicationException">It failed; with what it said.</exception>
    /// <returns>What it said.</returns>
    public static string Run(string account, string directory, params string[] command)
    {
        var (exitCode, output) = Ran(account, directory, command);
        if (exitCode != 0)
        {
            throw new DistributedApplicationException($"{string.Join(' ', command)} ended with {exitCode}:\n{output}");
        }

        return output;
    }

    public static DistributedApplicationException Missing(string server) => new(
        $"There is no {server}: install it (Debian, Ubuntu: apt-get install postgresql rabbitmq-server), "
        + $"set Park__Containers=true where a container engine runs, or ConnectionStrings__{server}.");

    private static (int ExitCode, string Output) Ran(string account, string directory, params string[] command) =>
        Start(directory, [.. Prefix(account), .. command]);

    // Becomes the program, so that the process that is seen is the server itself.
    private static string[] Prefix(string account) => Environment.IsPrivilegedProcess
        ? ["setpriv", $"--reuid={account}", $"--regid={account}", "--init-groups", "--"] : [];

    private static (int ExitCode, string Output) Start(string directory, string[] line)
    {
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
