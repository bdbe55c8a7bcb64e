namespace Technopark.Architecture.Tests;

public sealed class TextTests
{
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
    [InlineData("/usr/lib/postgresql/15/bin/postgres", false)]
    [InlineData("\"$HOME/work/park\"", false)]
    [InlineData("https://example.org/root/page", false)]
    [InlineData("\"/api/registry/v1/companies\"", false)]
    [InlineData("\"resolved\": \"10.0.3\"", false)]
    public void A_path_or_host_of_one_machine_is_found(string cut, bool isBound = true) =>
        Assert.Equal(isBound, TextRules.MachineBound("x", cut.Replace("¦", "", StringComparison.Ordinal)).Any());

    [Theory]
    [InlineData(@"[RegularExpression(@""\d{2}"")]")]
    [InlineData("text.All(char.IsDigit)")]
    [InlineData("char.IsNumber(letter)")]
    [InlineData("[0-9]{2}", false)]
    [InlineData("text.All(char.IsAsciiDigit)", false)]
    public void A_digit_of_any_script_is_found(string code, bool isAny = true) =>
        Assert.Equal(isAny, TextRules.DigitsOfAnyScript("x", code).Any());
}
