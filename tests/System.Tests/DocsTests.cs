using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Technopark.SystemTests;

/// <summary>What README and <c>docs/</c> tell people to type works on a running park.</summary>
public sealed partial class DocsTests(RunningPark park)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Commands =>
        [.. DocCommands.All.Select(command => command.Line).Where(line => !DocCommands.NotRun.ContainsKey(line))];

    [Theory, MemberData(nameof(Commands))]
    public async Task Every_command_does_what_its_page_says(string line)
    {
        var command = DocCommands.All.Single(command => command.Line == line);
        var start = new ProcessStartInfo("bash", ["-o", "pipefail", "-c", OnThisPark(line)]);
        start.WorkingDirectory = Repository.Root;
        var (exitCode, printed, errors) = await CompletedProcess.RunAsync(start, Patience);
        Assert.True(exitCode == 0, $"{command.Page}: {line} ended with {exitCode}:\n{printed}\n{errors}");
        Assert.True(command.Fits(printed), $"{command.Page}: {line} printed\n{printed}\nand not\n{command.Output}");
    }

    [Fact]
    public void What_is_not_run_stands_in_a_page_and_has_a_reason()
    {
        var lines = DocCommands.All.Select(command => command.Line).ToHashSet();
        Assert.NotEmpty(DocCommands.NotRun);
        Assert.All(DocCommands.NotRun, exception =>
        {
            Assert.Contains(exception.Key, lines);
            Assert.NotEmpty(exception.Value);
        });
    }

    [Fact]
    public void Commands_are_found_with_what_is_shown_after_them()
    {
        const string page = """
            ```sh
            ./technopark up    # a comment
            curl -s \
              http://localhost:8080/
            ```

            ```text
            one … two
            ```
            ```csharp
            dotnet();
            ```
            """;
        var found = DocCommands.In("a.md", page + "\n").ToArray();
        Assert.Equal(["./technopark up", "curl -s http://localhost:8080/"], found.Select(command => command.Line));
        Assert.True(found[0].Fits("anything"));
        Assert.True(found[1].Fits("one (and)\n two\n"));
        Assert.False(found[1].Fits("one"));
    }

    /// <summary>Pages speak of the usual port and directory; this park has others.</summary>
    private string OnThisPark(string line) => ScriptCommand()
        .Replace(line, $"$0 --state '{park.PathOf()}'")
        .Replace("http://localhost:8080/", park.State.Gateway.AbsoluteUri, StringComparison.Ordinal)
        .Replace("curl ", "curl --fail-with-body ", StringComparison.Ordinal);

    [GeneratedRegex(@"\./technopark [a-z]+")]
    private static partial Regex ScriptCommand();
}
