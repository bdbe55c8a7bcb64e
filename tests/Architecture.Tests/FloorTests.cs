namespace Technopark.Architecture.Tests;

public sealed class FloorTests
{
    [Fact]
    public void Folders_of_the_kit_use_only_the_floors_below()
    {
        var kit = Repository.Projects.Single(project => project.Name == "Technopark.ServiceKit");
        using var assembly = AssemblyDefinition.ReadAssembly(kit.Assembly);
        RuleAssert.None(FloorRules.Violations(assembly));
    }

    [Theory]
    [InlineData("namespace Technopark.Sample.Domain { class Root { Technopark.Sample.Data.Db db; } }")]
    [InlineData("namespace Technopark.Sample.Data { class Map { Technopark.Sample.Hosting.Host host; } }")]
    [InlineData("namespace Technopark.Sample.Nowhere { class Root { } }")]
    [InlineData("""
        namespace Technopark.Sample.Http { class Page { Technopark.Sample.Access.Key key; } }
        namespace Technopark.Sample.Access { class Key { Technopark.Sample.Audit.Log log; } }
        namespace Technopark.Sample.Audit { class Log { Technopark.Sample.Http.Page page; } }
        """, 3)]
    public void What_looks_up_or_goes_in_a_circle_is_found(string source, int times = 1) =>
        Assert.Equal(times, FloorRules.Violations(Compile(source)).Count());

    [Fact]
    public void What_looks_down_passes() => Assert.Empty(FloorRules.Violations(Compile("""
        namespace Technopark.Sample.Http { class Page { Technopark.Sample.Data.Db db; } }
        namespace Technopark.Sample.Feed { class Reader { Technopark.Sample.Http.Page page; } }
        """)));

    [Fact]
    public void No_file_is_compiled_into_two_projects() =>
        RuleAssert.None(Repository.Projects.SelectMany(FloorRules.SharedFiles));

    [Fact]
    public void A_file_of_another_project_is_found() => Assert.Single(FloorRules.SharedFiles(new Project(
        "gateway/Technopark.Gateway.csproj",
        new(new System.Xml.Linq.XElement("Project", new System.Xml.Linq.XElement(
            "Compile", new System.Xml.Linq.XAttribute("Include", "../services/ServiceKit/Rules.cs")))))));

    private static AssemblyDefinition Compile(string source) => SampleAssembly.Compile($$"""
        #pragma warning disable
        {{source}}
        namespace Technopark.Sample.Data { class Db { } }
        namespace Technopark.Sample.Hosting { class Host { } }
        """);
}
