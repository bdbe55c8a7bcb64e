using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// The orchestrator's own process. It watches the process that started it and, when that dies, stops everything by itself.
/// </summary>
internal sealed class DcpSession(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private readonly string _directory = configuration["ASPIRE_DCP_SESSION"]
        ?? throw new DistributedApplicationException("ASPIRE_DCP_SESSION must name a directory for the orchestrator's files.");

    private DcpClient? _client;

    public DcpClient Client => _client ?? throw new InvalidOperationException("The orchestrator has not started.");

    public async Task StartAsync(CancellationToken ct)
    {
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }

        Directory.CreateDirectory(_directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var kubeconfig = Path.Combine(_directory, "kubeconfig");
        var start = new ProcessStartInfo(Executable())
        {
            ArgumentList =
            {
                "start-apiserver", "--monitor", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), "--detach",
                "--kubeconfig", kubeconfig,
            },
            Environment = { ["DCP_SESSION_FOLDER"] = _directory },
            WorkingDirectory = _directory,
            // What it says is of no use to the operator; it has a log of its own.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var launcher = Process.Start(start) ?? throw new DistributedApplicationException("The orchestrator did not start.");
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(StartTimeout);
        _client = new DcpClient(await DcpCredentials.ReadWhenWrittenAsync(kubeconfig, timeout.Token));
        await launcher.WaitForExitAsync(timeout.Token);
    }

    public void Dispose() => _client?.Dispose();

    private string Executable()
    {
        var directory = configuration["ASPIRE_DCP_PATH"];
        var path = Path.Combine(directory ?? "", "dcp");
        return directory is not null && File.Exists(path) ? path : throw new DistributedApplicationException(
            "The Aspire CLI's orchestrator was not found: ASPIRE_DCP_PATH must name its directory. ./technopark installs it.");
    }
}
