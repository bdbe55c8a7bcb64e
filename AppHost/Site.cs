using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Technopark.ServiceDefaults;

namespace Technopark.AppHost;

/// <summary>
/// Where one park lives: its state directory, which no other park may use meanwhile, its ports and its secrets.
/// </summary>
internal sealed class Site : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerOnlyDirectory = OwnerOnly | UnixFileMode.UserExecute;
    // As root, PostgreSQL and RabbitMQ run under accounts of their own and must be able to pass through.
    private const UnixFileMode Passage = OwnerOnlyDirectory | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly FileStream _lock;

    private Site(FileStream held, string directory, IConfiguration configuration)
    {
        _lock = held;
        Directory = directory;
        Ports = Ports.Take();
        GatewayPort = configuration.GetValue("Park:Port", 8080);
        InfrastructureOnly = configuration["Park:Only"] == "infrastructure";
        Stage = StageOf(configuration);
        PublicUrl = configuration.GetValue("Park:PublicUrl", new Uri(Gateway))!;
        Dashboard = $"http://127.0.0.1:{Ports.Next()}";
        Token = Secret("dashboard");
    }

    public string Directory { get; }

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
    public string Token { get; }

    public string ParkFile => Path.Combine(Directory, "park.json");

    /// <summary>Says on the error stream why the park cannot be here, and returns null.</summary>
    public static Site? TryOpen(string[] args)
    {
        AppDomain.CurrentDomain.UnhandledException += SayPlainly;
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        if (SettingRule.Refuse("technopark up", StageOf(configuration), configuration, Production.Requirements) is { } refusal)
        {
            Console.Error.WriteLine(refusal);
            return null;
        }

        var directory = Path.GetFullPath(configuration["TECHNOPARK_STATE"] ?? DefaultDirectory());
        System.IO.Directory.CreateDirectory(directory, Environment.IsPrivilegedProcess ? Passage : OwnerOnlyDirectory);
        if (TryLock(Path.Combine(directory, "park.lock")) is not { } held)
        {
            Console.Error.WriteLine($"A park is running in {directory}. Stop it, or choose another place: --state DIR");
            return null;
        }

        var site = new Site(held, directory, configuration);
        if (!site.InfrastructureOnly && !Ports.IsFree(site.GatewayPort))
        {
            Console.Error.WriteLine($"Port {site.GatewayPort} is taken by another program. Choose another: --port N");
            site.Dispose();
            return null;
        }

        site.TellAspire();
        return site;
    }

    /// <summary>What the operator can mend is said in a sentence; where in the code it was found is of no use.</summary>
    private static void SayPlainly(object sender, UnhandledExceptionEventArgs failed)
    {
        if (failed.ExceptionObject is DistributedApplicationException refusal)
        {
            Console.Error.WriteLine(refusal.Message);
            Environment.Exit(1);
        }
    }

    /// <summary>Made once and kept: letters and digits only, so that it needs no quoting anywhere.</summary>
    public string Secret(string name)
    {
        var path = Path.Combine(System.IO.Directory.CreateDirectory(Path.Combine(Directory, "secrets"), OwnerOnlyDirectory).FullName, name);
        if (!File.Exists(path))
        {
            Write(path, RandomNumberGenerator.GetHexString(32, lowercase: true));
        }

        return File.ReadAllText(path);
    }

    /// <summary>Replaces a file as a whole; only its owner can read it, unless said otherwise.</summary>
    public static void Write(string path, string text, UnixFileMode mode = OwnerOnly) => Write(path, System.Text.Encoding.UTF8.GetBytes(text), mode);

    /// <inheritdoc cref="Write(string, string, UnixFileMode)"/>
    public static void Write(string path, byte[] content, UnixFileMode mode = OwnerOnly)
    {
        var draft = $"{path}.new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = mode };
        using (var writer = new FileStream(draft, options))
        {
            writer.Write(content);
        }

        File.Move(draft, path, overwrite: true);
    }

    public void Dispose()
    {
        File.Delete(ParkFile);
        Ports.Dispose();
        _lock.Dispose();
    }

    private static string StageOf(IConfiguration configuration) =>
        configuration["ASPNETCORE_ENVIRONMENT"] ?? configuration["DOTNET_ENVIRONMENT"] ?? "Development";

    private static FileStream? TryLock(string path)
    {
        try
        {
            var held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            held.SetLength(0);
            held.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            held.Flush();
            return held;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string DefaultDirectory() => Environment.IsPrivilegedProcess
        ? "/var/lib/technopark"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/state/technopark");

    /// <summary>Aspire reads these before the graph exists: where its dashboard listens, and how to sign in.</summary>
    private void TellAspire()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var bundle = Path.Combine(home, ".cache/technopark/aspire/13.5.4/bundle");
        Tell("TECHNOPARK_STATE", Directory);
        Tell("ASPIRE_DCP_SESSION", Path.Combine(Directory, "dcp"));
        Tell("ASPNETCORE_URLS", Dashboard);
        Tell("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", $"http://127.0.0.1:{Ports.Next()}");
        Tell("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", $"http://127.0.0.1:{Ports.Next()}");
        Tell("ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN", Token);
        Tell("ASPIRE_ALLOW_UNSECURED_TRANSPORT", "true");
        Tell("ASPIRE_DCP_PATH", Environment.GetEnvironmentVariable("ASPIRE_DCP_PATH") ?? $"{bundle}/dcp");
        Tell("ASPIRE_DASHBOARD_PATH",
            Environment.GetEnvironmentVariable("ASPIRE_DASHBOARD_PATH") ?? $"{bundle}/managed/aspire-managed");
    }

    private static void Tell(string name, string value) => Environment.SetEnvironmentVariable(name, value);
}
