namespace Technopark.Architecture.Tests;

public sealed class FloorTests
{
    [Theory]
    [InlineData("namespace Technopark.Sample.Domain { class Root { Technopark.Sample.Data.Db db; } }")]
    [InlineData("namespace Technopark.Sample.Data { class Map { Technopark.Sample.Hosting.Host host; } }")]
    [InlineData("namespace Technopark.Sample.Nowhere { class Root { } }")]
    [InlineData("""
        namespace Technopark.Sample.Http { class Page { Technopark.Sample.Access.Key key; } }
        namespace Technopark.Sample.Access { class Key { Technopark.Sample.Audit.Log log; } }
        namespace Technopark.Sample.Audit { class Log { Technopark.Sample.Http.Page page; } }
        """, 3)]
    [InlineData("""
        namespace Technopark.Sample.Http { class Page { Technopark.Sample.Data.Db db; } }
        namespace Technopark.Sample.Feed { class Reader { Technopark.Sample.Http.Page page; } }
        """, 0)]
    public void What_looks_up_or_goes_in_a_circle_is_found(string source, int times = 1) =>
        Assert.Equal(times, FloorRules.Violations(Compile(source)).Count());

    [Theory]
    [InlineData("gateway/Technopark.Gateway.csproj")]
    [InlineData("tests/Gateway.Tests/Technopark.Gateway.Tests.csproj")]
    public void A_file_of_another_project_is_found(string project) => Assert.Single(FloorRules.SharedFiles(
        Project.Of(project, "<Compile Include='../services/ServiceKit/Rules.cs' />")));

    private static AssemblyDefinition Compile(string source) => SampleAssembly.Compile($$"""
        #pragma warning disable
        {{source}}
        namespace Technopark.Sample.Data { class Db { } }
        namespace Technopark.Sample.Hosting { class Host { } }
        """);
}
