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
    public static async Task<string> CheckAsync(string document, CancellationToken ct)
    {
        await InstallAsync(ct);
        var (exit, output) = await RunAsync("node", ["validate-asyncapi.mjs"], document, ct);
        Assert.True(exit is 0 or 1, $"validate-asyncapi.mjs ended with {exit}: {output}");
        Assert.Equal(exit == 0, output.Length == 0);
        return output;
    }

    private static async Task InstallAsync(CancellationToken ct)
    {
        await Installing.WaitAsync(ct);
        try
        {
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            var wanted = new FileInfo(Path.Combine(Folder, "package-lock.json"));
            if (!installed.Exists || installed.LastWriteTimeUtc < wanted.LastWriteTimeUtc)
            {
                var (exit, output) = await RunAsync(
                    "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "", ct);
                Assert.True(exit == 0, $"npm ci in tests/Contracts.Tests ended with {exit}: {output}");
            }
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<(int Exit, string Output)> RunAsync(
        string tool, string[] arguments, string input, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        using var process = Start(tool, arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, process.ExitCode is 0 or 1 ? await output : await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(string tool, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(tool, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"{tool} is not on PATH: the AsyncAPI document is checked by Node 20 or later.", missing);
        }
    }
}
