using System.ComponentModel;
using System.Diagnostics;
using Technopark.ParkClient;

namespace Technopark.Contracts.Tests;

/// <summary>Programs of npm packages, as the lock file names them, run by Node.</summary>
internal static class NodePackages
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Contracts.Tests");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly SemaphoreSlim Installing = new(1, 1);

    /// <summary>Runs a script of this folder, or of a package.</summary>
    public static async Task<CompletedProcess> RunAsync(string[] script, string input = "")
    {
        await InstallAsync();
        return await StartAsync("node", script, input);
    }

    private static async Task InstallAsync()
    {
        await Installing.WaitAsync();
        try
        {
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            var wanted = new FileInfo(Path.Combine(Folder, "package-lock.json"));
            if (!installed.Exists || installed.LastWriteTimeUtc < wanted.LastWriteTimeUtc)
            {
                var install = await StartAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");
                Assert.True(install.ExitCode == 0, $"npm ci in tests/Contracts.Tests: {install}");
            }
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<CompletedProcess> StartAsync(string tool, string[] arguments, string input)
    {
        try
        {
            var start = new ProcessStartInfo(tool, arguments) { WorkingDirectory = Folder };
            return await CompletedProcess.RunAsync(start, Patience, input);
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"{tool} is not on PATH: the API documents are checked by Node 20 or later.", missing);
        }
    }
}
