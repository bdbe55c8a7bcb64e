namespace Technopark.Architecture.Tests;

public sealed class TextTests
{
    [Fact]
    public void No_file_is_bound_to_one_machine() => RuleAssert.None(
        from path in Repository.Files
        let text = Repository.Read(path)
        where !text.Contains('\0', StringComparison.Ordinal)
        from found in TextRules.MachineBound(path, text)
        select found);

    // The samples are cut with ¦ so that this file does not hold what it looks for.
    [Theory]
    [InlineData("data = \"/ro¦ot/data/x.csv\"")]
    [InlineData("cd /ho¦me/anna/park")]
    [InlineData("/Us¦ers/anna/park")]
    [InlineData("see /wo¦rk/park/README.md")]
    [InlineData("\"C:\\¦Users\\anna\"")]
    [InlineData("https://registry.¦npmjs.org/ajv")]
    [InlineData("https://api.¦nuget.org/v3/index.json")]
    [InlineData("\"resolved\": \"ht¦tps://mirror.example/ajv.tgz\"")]
    [InlineData("registry=ht¦tps://mirror.example/")]
    [InlineData("<add key=\"mirror\" value=\"ht¦tps://mirror.example/v3\" />")]
    public void A_path_or_host_of_one_machine_is_found(string cut) =>
        Assert.NotEmpty(TextRules.MachineBound("x", cut.Replace("¦", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("/usr/lib/postgresql/15/bin/postgres")]
    [InlineData("\"$HOME/work/park\"")]
    [InlineData("https://example.org/root/page")]
    [InlineData("\"/api/registry/v1/companies\"")]
    [InlineData("\"resolved\": \"10.0.3\"")]
    public void What_is_the_same_everywhere_passes(string text) => Assert.Empty(TextRules.MachineBound("x", text));
}
