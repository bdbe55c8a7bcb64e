namespace Technopark.Benchmarks;

/// <summary>The bare endpoint, started and stopped.</summary>
internal sealed class BareProcess : IDisposable
{
    private readonly Process _process;

    private BareProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<BareProcess> StartAsync(string connection)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BareProcess).Assembly.Location, "--bare", connection])
        {
            RedirectStandardOutput = true,
            // As the park runs its services.
            Environment = { ["DOTNET_gcServer"] = "0" },
        };
        var process = Process.Start(start)!;
        return new BareProcess(process, new Uri((await process.StandardOutput.ReadLineAsync())!));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
