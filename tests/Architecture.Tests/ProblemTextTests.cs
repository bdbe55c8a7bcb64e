namespace Technopark.Architecture.Tests;

public sealed class ProblemTextTests
{
    private const string Sample = """
        namespace Technopark.ServiceDefaults
        {
            [System.Runtime.CompilerServices.InterpolatedStringHandler]
            public sealed class ProblemText
            {
                public ProblemText(int letters, int values) { }
                public static implicit operator ProblemText(string english) => null;
                public void AppendLiteral(string value) { }
                public void AppendFormatted<T>(T value, string format = null) { }
            }
        }
        namespace Technopark.Sample
        {
            using Technopark.ServiceDefaults;
            public sealed class Seats
            {
                private const string Rule = "A seat is free.";
                public ProblemText Literal() => "It is closed.";
                public ProblemText Constant() => Rule;
                public ProblemText Values(int taken, decimal all) => $"{taken} of {all:0.#} seats " + $"are taken.";
                public ProblemText Within(int taken) => $"{Literal()}; now: {Values(taken, 3)}";
                public ProblemText Added(int taken) => $"{taken} are " + "taken.";
                public ProblemText Either(bool one) => one ? "One." : "Two.";
            }
        }
        """;

    private static readonly Project[] Projects =
        [.. Repository.Projects.Where(project => TextRules.IsOfAService(project.Path))];

    [Fact]
    public void What_the_code_says_is_read_from_it() => Assert.Equal(
        [
            "", "", "A seat is free.", "It is closed.", "{0} of {1} seats are taken.", "{0}; now: {1}",
        ],
        SaidTexts.Of(SampleAssembly.Compile(Sample)).Select(said => said.Words).Order(StringComparer.Ordinal));

    [Fact]
    public void What_has_no_Russian_is_found_and_so_is_Russian_that_nothing_says()
    {
        var russian = new Dictionary<string, Dictionary<string, string>>
        {
            ["Sample"] = new()
            {
                ["It is closed."] = "Закрыто.",
                ["{0} left."] = "Осталось: {1}.",
                ["Gone."] = "Gone.",
            },
        };
        string[] said = ["It is closed.", "It is open.", "{0}: {1}", SaidTexts.NoLiteral, "{0} left.", "Gone."];

        var untranslated = ProblemTextRules.Untranslated("Sample", said.Select(words => ("", words)), russian);
        Assert.Equal(["It is open.", ""], untranslated.Select(line => line.Split('“', '”')[1]));
        Assert.Equal(2, ProblemTextRules.Strays(russian, said.ToHashSet()).Count());
        Assert.Equal(3, ProblemTextRules.Strays(russian, new HashSet<string>()).Count());
    }

    [Fact]
    public void All_that_problems_say_is_said_in_Russian_too()
    {
        var said = ProblemTextRules.Said(Projects);
        var russian = Projects.ToDictionary(project => project.ShortName, ProblemTextRules.RussianOf);

        Assert.All(russian.Where(texts => texts.Value.Count > 0), texts => Assert.NotEmpty(said[texts.Key]));
        var words = said.SelectMany(project => project).Select(text => text.Words).ToHashSet();
        Assert.True(words.Count > 100, "The texts were not found.");
        string[] found =
        [
            .. said.SelectMany(project => ProblemTextRules.Untranslated(project.Key, project, russian)),
            .. ProblemTextRules.Strays(russian, words),
        ];
        Assert.True(found.Length == 0, $"{found.Length} texts:\n{string.Join('\n', found)}");
    }
}
