namespace Technopark.Architecture.Tests;

/// <summary>README and <c>docs/</c> name what is there. The tests of a running park run their commands.</summary>
public sealed class DocsTests
{
    private const int LinesOfReadme = 80;

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/README.ru.md")]
    public void The_first_page_is_short(string page) =>
        Assert.InRange(Repository.Read(page).TrimEnd('\n').Split('\n').Length, 1, LinesOfReadme);

    [Theory]
    [InlineData("[a](b.md)", 1)]
    [InlineData("[a](../README.md)", 0)]
    [InlineData("[a](../README.md#start-here)", 0)]
    [InlineData("[a](../README.md#end)", 1)]
    [InlineData("[a](https://example.org/b.md)", 0)]
    [InlineData("`services/Registry/Domain/Company.cs`", 0)]
    [InlineData("`services/Registry/Domain/`", 0)]
    [InlineData("`services/<Centre>/Domain/`", 0)]
    [InlineData("`services/<Centre>/Rooms/`", 1)]
    [InlineData("`services/Registry/Domain/Comp`", 1)]
    [InlineData("`Company.cs`", 0)]
    [InlineData("`Person.cs`", 1)]
    [InlineData("`/identity/account`, `technopark.registry.companyVerified.v1`, `application/json`", 0)]
    [InlineData("```sh\n./technopark `services/None.cs`\n```\n", 0)]
    public void What_leads_nowhere_is_found(string text, int times) => Assert.Equal(times, DocsRules.Broken(
        "docs/a.md", text, ["README.md", "docs/a.md", "services/Registry/Domain/Company.cs"], _ => ["Start, here"])
            .Count());
}
