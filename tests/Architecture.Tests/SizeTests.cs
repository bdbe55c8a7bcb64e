namespace Technopark.Architecture.Tests;

public sealed class SizeTests
{
    [Theory]
    [InlineData(250, 1, 0)]
    [InlineData(251, 1, 1)]
    [InlineData(121, 2, 1)]
    public void A_long_file_is_found(int lines, int ofTen, int violations)
    {
        var files = Enumerable.Range(0, 10)
            .Select(at => new string('\n', at < ofTen ? lines - 1 : 0) + "class A;")
            .Select((text, at) => SourceFile.Parse($"{at}.cs", text));

        Assert.Equal(violations, SizeRules.LongFiles(files).Count());
    }

    [Theory]
    [InlineData("internal sealed class A {\n[Fact]\n[Theory]\nvoid M()\n{BODY}\n}")]
    [InlineData("internal sealed class A {\npublic\nA() {BODY} }")]
    [InlineData("internal sealed class A { int P { get\n{BODY} } }")]
    [InlineData("Run();BODYRun();\n")]
    [InlineData("void M()\n{BODY}")]
    public void A_long_method_is_found_in_every_guise(string shape)
    {
        Assert.Contains("60 at most", Violation(shape, 60), StringComparison.Ordinal);
        Assert.Empty(Violation(shape, 27));
    }

    [Fact]
    public void Many_middling_methods_are_found() =>
        Assert.Contains(
            "30 would do", Violation("internal sealed class A { void M()\n{BODY} }", 40), StringComparison.Ordinal);

    private static string Violation(string shape, int lines)
    {
        var body = "\n" + string.Concat(Enumerable.Repeat("Step();\n", lines));
        var source = SourceFile.Parse("a.cs", shape.Replace("BODY", body, StringComparison.Ordinal));
        return string.Join('\n', SizeRules.LongMethods([source]));
    }
}
