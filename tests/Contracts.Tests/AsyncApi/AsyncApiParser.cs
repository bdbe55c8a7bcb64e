using System.ComponentModel;
using System.Diagnostics;
using Technopark.ParkClient;

namespace Technopark.Contracts.Tests.AsyncApi;

/// <summary>The parser that the AsyncAPI project publishes (npm @asyncapi/parser), run by Node.</summary>
internal static class AsyncApiParser
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Contracts.Tests");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly SemaphoreSlim Installing = new(1, 1);

    /// <summary>Errors and warnings, one a line; empty where there are none.</summary>
    public static async Task<string> CheckAsync(string document)
    {
        await InstallAsync();
        var check = await RunAsync("node", ["validate-asyncapi.mjs"], document);
        Assert.True(check.ExitCode is 0 or 1, $"{check}");
        Assert.Equal(check.ExitCode == 0, check.Output.Length == 0);
        return check.Output;
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
                var install = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");
                Assert.True(install.ExitCode == 0, $"npm ci in tests/Contracts.Tests: {install}");
            }
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<CompletedProcess> RunAsync(string tool, string[] arguments, string input)
    {
        try
        {
            var start = new ProcessStartInfo(tool, arguments) { WorkingDirectory = Folder };
            return await CompletedProcess.RunAsync(start, Patience, input);
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"{tool} is not on PATH: the AsyncAPI document is checked by Node 20 or later.", missing);
        }
    }
}
