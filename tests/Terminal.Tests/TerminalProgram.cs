using System.Diagnostics;

namespace Technopark.TerminalTests;

/// <summary>The program behind the script, as it was built.</summary>
internal static class TerminalProgram
{
    private static readonly string Built = Path.Combine(Repository.Root, "AppHost/Terminal", Path.GetRelativePath(
        Path.Combine(Repository.Root, "tests/Terminal.Tests"), AppContext.BaseDirectory), "Technopark.Terminal.dll");

    public static async Task<(int ExitCode, string Said, string Errors)> RunAsync(params string[] arguments)
    {
        var program = await CompletedProcess.RunAsync(
            new ProcessStartInfo("dotnet", [Built, .. arguments]), TimeSpan.FromSeconds(60));
        return (program.ExitCode, program.Output, program.Errors);
    }
}
