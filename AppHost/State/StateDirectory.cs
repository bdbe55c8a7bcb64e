using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Technopark.ServiceDefaults;

namespace Technopark.AppHost;

/// <summary>
/// Where one park lives: its data, secrets, ports and settings. Aspire's store (<c>IAspireStore</c>) and user secrets
/// belong to the AppHost's folder or to a user, not to one of several parks.
/// </summary>
internal sealed class StateDirectory : IDisposable
{
    // Raised when an older park could not run with what a newer one left here.
    private const int Version = 1;
    private const long LeastFreeBytes = 500_000_000;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerOnlyDirectory = OwnerOnly | UnixFileMode.UserExecute;
    // As root, PostgreSQL and RabbitMQ run under accounts of their own and must be able to pass through.
    private const UnixFileMode Passage = OwnerOnlyDirectory | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly RunningInstance? _running;

    private StateDirectory(string path, RunningInstance? running, IConfiguration configuration)
    {
        Path = path;
        _running = running;
        Ports = Ports.Take();
        GatewayPort = configuration.GetValue("Park:Port", 8080);
        InfrastructureOnly = configuration["Park:Only"] == "infrastructure";
        Stage = StageOf(configuration);
        PublicUrl = configuration.GetValue("Park:PublicUrl", new Uri(Gateway))!;
        Dashboard = configuration["ASPNETCORE_URLS"]?.Split(';')[0] ?? $"http://127.0.0.1:{Ports.Next()}";
    }

    public string Path { get; }

    public Ports Ports { get; }

    public int GatewayPort { get; }

    /// <summary>Only PostgreSQL and RabbitMQ are wanted.</summary>
    public bool InfrastructureOnly { get; }

    /// <summary>Development, Production: what the processes of the park take for usable.</summary>
    public string Stage { get; }

    public bool IsDevelopment => Stage.Equals("Development", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where people reach the park; the gateway itself unless a proxy is in front of it.</summary>
    public Uri PublicUrl { get; }

    /// <summary>By a name: browsers make no passkeys for an address.</summary>
    public string Gateway => FormattableString.Invariant($"http://localhost:{GatewayPort}");

    public string Dashboard { get; }

    /// <summary>Signs in to the dashboard.</summary>
    public string DashboardToken => Secret("dashboard");

    /// <summary>The dashboard, signed in.</summary>
    public string DashboardAddress => $"{Dashboard}/login?t={DashboardToken}";

    /// <summary>What keeps a park from running here is said in a sentence, by <see cref="PlainFailures"/>.</summary>
    public static StateDirectory Open(string[] args)
    {
        PlainFailures.Say();
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var stage = StageOf(configuration);
        if (SettingRule.Refuse("technopark up", stage, configuration, Production.Requirements) is { } refusal)
        {
            throw new DistributedApplicationException(refusal);
        }

        var path = System.IO.Path.GetFullPath(configuration["TECHNOPARK_STATE"] ?? DefaultPath());
        Directory.CreateDirectory(path, Environment.IsPrivilegedProcess ? Passage : OwnerOnlyDirectory);
        // Every process of the park says in its environment where it belongs; the second name is for it alone.
        Environment.SetEnvironmentVariable("TECHNOPARK_STATE", path);
        Environment.SetEnvironmentVariable("TECHNOPARK_RUNNING_IN", path);
        var state = new StateDirectory(path, new RunningInstance(path), configuration);
        state.Check(configuration);
        return state;
    }

    /// <summary>Made once and kept: letters and digits only, so that it needs no quoting anywhere.</summary>
    public string Secret(string name)
    {
        var secrets = Directory.CreateDirectory(System.IO.Path.Combine(Path, "secrets"), OwnerOnlyDirectory);
        var path = System.IO.Path.Combine(secrets.FullName, name);
        if (!File.Exists(path))
        {
            Write(path, RandomNumberGenerator.GetHexString(32, lowercase: true));
        }

        return File.ReadAllText(path);
    }

    /// <summary>Replaces a file as a whole; only its owner can read it.</summary>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public static void Write(string path, byte[] content)
    {
        var draft = $"{path}.new";
        File.Delete(draft);
        using (var writer = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        }))
        {
            writer.Write(content);
        }

        File.Move(draft, path, overwrite: true);
    }

    public void Dispose()
    {
        File.Delete(RuntimeManifest.PathIn(this));
        Ports.Dispose();
        _running?.Dispose();
    }

    private void Check(IConfiguration configuration)
    {
        var version = System.IO.Path.Combine(Path, "version");
        if (File.Exists(version) && (!int.TryParse(File.ReadAllText(version), out var made) || made > Version))
        {
            throw new DistributedApplicationException(
                $"{Path} was made by a newer version of this program. Use that, or choose another place: --state DIR");
        }

        Write(version, $"{Version}\n");
        if (new DriveInfo(Path).AvailableFreeSpace is var free and < LeastFreeBytes)
        {
            throw new DistributedApplicationException(
                $"{free / 1_000_000} MB are free in {Path}, a park wants {LeastFreeBytes / 1_000_000}. "
                + "Make room, or choose another place: --state DIR");
        }

        if (!InfrastructureOnly && !Ports.IsFree(GatewayPort))
        {
            throw new DistributedApplicationException(
                $"Port {GatewayPort} is taken by another program. Choose another: --port N");
        }

        string[] addresses =
            ["ASPNETCORE_URLS", "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"];
        foreach (var address in addresses)
        {
            if (configuration[address]?.Split(';')[0] is { } given && !Ports.IsFree(new Uri(given).Port))
            {
                throw new DistributedApplicationException(
                    $"{address}: {given} is taken by another program. Set another, or unset it.");
            }
        }
    }

    private static string StageOf(IConfiguration configuration) =>
        configuration["ASPNETCORE_ENVIRONMENT"] ?? configuration["DOTNET_ENVIRONMENT"] ?? "Development";

    private static string DefaultPath()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var mine = Environment.GetEnvironmentVariable("XDG_STATE_HOME") ?? System.IO.Path.Combine(home, ".local/state");
        return Environment.IsPrivilegedProcess ? "/var/lib/technopark" : System.IO.Path.Combine(mine, "technopark");
    }
}
