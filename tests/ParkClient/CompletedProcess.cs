using System.Diagnostics;

namespace Technopark.ParkClient;

/// <summary>A program that ran to its end.</summary>
public sealed record CompletedProcess(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs it with its output caught, and kills it at the limit.</summary>
    /// <param name="input">What it reads.</param>
    public static async Task<CompletedProcess> RunAsync(ProcessStartInfo start, TimeSpan atMost, string input = "")
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using var program = Process.Start(start)!;
        using var limit = new CancellationTokenSource(atMost);
        try
        {
            var said = Task.WhenAll(
                program.StandardOutput.ReadToEndAsync(limit.Token), program.StandardError.ReadToEndAsync(limit.Token));
            await program.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            program.StandardInput.Close();
            await program.WaitForExitAsync(limit.Token);
            return new CompletedProcess(program.ExitCode, (await said)[0], (await said)[1]);
        }
        finally
        {
            program.Kill(entireProcessTree: true);
        }
    }
}
