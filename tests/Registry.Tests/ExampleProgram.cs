using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Technopark.Registry.Tests;

/// <summary>The program of the guide, built as its reader would: elsewhere, from packages.</summary>
internal sealed partial class ExampleProgram : IDisposable
{
    private const string Guide = "docs/guides/use-the-api.md";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("technopark-example.");
    private readonly string _page = File.ReadAllText(Path.Combine(ParkClient.Repository.Root, Guide));

    /// <summary>What the guide says that it prints; <c>…</c> stands for anything.</summary>
    public string Promised => Block("text");

    /// <summary>What it prints.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var configuration = AppContext.BaseDirectory.TrimEnd('/').Split('/')[^2];
        foreach (var package in (string[])["Contracts", "Client"])
        {
            await DotnetAsync(
                ["pack", Path.Combine(ParkClient.Repository.Root, "services", package), "--no-build", "--nologo",
                    "-c", configuration, "-o", _folder.FullName]);
        }

        await WriteAsync("Example.csproj", Block("xml"));
        await WriteAsync("Program.cs", Block("csharp"));
        await WriteAsync("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="installed" /></config>
              <packageSources><clear /><add key="here" value="{_folder.FullName}" /></packageSources>
            </configuration>
            """);
        await DotnetAsync(["build", "--nologo", "-warnaserror", "-c", "Release", "-o", "built"]);
        return await DotnetAsync(["built/Example.dll", .. arguments]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Block(string language) =>
        Blocks().Matches(_page).Single(block => block.Groups[1].Value == language).Groups[2].Value;

    private Task WriteAsync(string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text);

    private async Task<string> DotnetAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.FullName };
        // A server that outlives the build would hold the folder.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        var program = await ParkClient.CompletedProcess.RunAsync(start, Patience);
        Assert.True(program.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {program}");
        return program.Output;
    }

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
