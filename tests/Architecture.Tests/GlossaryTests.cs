namespace Technopark.Architecture.Tests;

/// <summary>The code says things as <c>docs/glossary.md</c> does.</summary>
public sealed class GlossaryTests
{
    [Fact]
    public void Only_the_last_column_of_tables_that_have_it_is_read()
    {
        const string page = """
            | term | instead of |
            |---|---|
            | `Good` | `Bad`, `*Worse*` |

            | word | meaning |
            |---|---|
            | `Fine` | `Too` |
            """;
        Assert.Equal(["Bad", "*Worse*"], GlossaryRules.OldNames(page));
        Assert.Contains("*Relay*", GlossaryRules.Given);
    }

    [Theory]
    [InlineData("a.cs", "class Broker;", 1)]
    [InlineData("a.cs", "class C { int Broker => 1; }", 0)]
    [InlineData("a.cs", "class OutboxRelay;", 1)]
    [InlineData("a.cs", "class C { void M(int relayLag) { } }", 1)]
    [InlineData("a.cs", "class C { void M() { var relay = 1; } }", 1)]
    [InlineData("a.cs", "class C { int _relay; }", 1)]
    [InlineData("a.cs", "// The relay of a broker\nclass C { string s = \"relay\"; int relayed; }", 0)]
    [InlineData("a.cs", "class C { void The_relay_goes_on() { } }", 0)]
    [InlineData("a.cs", "class Caller { static Caller Nobody => null; }", 1)]
    [InlineData("a.cs", "class Other { static Other Nobody => null; }", 0)]
    [InlineData("Broker.cs", "class C;", 1)]
    [InlineData("RelayLag.cs", "class C;", 1)]
    public void An_old_word_is_found_in_names_and_nowhere_else(string path, string source, int times) => Assert.Equal(
        times, GlossaryRules.Returned(SourceFile.Parse(path, source), ["Broker", "*Relay*", "Caller.Nobody"]).Count());
}
