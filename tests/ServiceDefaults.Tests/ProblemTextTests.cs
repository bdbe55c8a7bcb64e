namespace Technopark.ServiceDefaults.Tests;

public sealed class ProblemTextTests
{
    private static readonly RussianProblems Russian = RussianProblems.Of(typeof(ProblemText).Assembly);

    [Fact]
    public void Values_stand_in_either_language_as_it_writes_them()
    {
        ProblemText required = "The field is required.";
        ProblemText text = $"{required} {1.5m:0.00} {new DateOnly(2024, 3, 5):yyyy-MM-dd}";
        Assert.Equal("The field is required. 1.50 2024-03-05", text.ToString());
        Assert.Equal("Поле обязательно. 1,50 2024-03-05", text.InRussian(Russian));
    }

    [Fact]
    public void A_sentence_with_values_is_found_by_its_words()
    {
        const int decimals = 2;
        ProblemText text = $"The number has at most {decimals} decimals.";
        Assert.Equal("Знаков после запятой у числа не больше 2.", text.InRussian(Russian));
    }

    [Theory]
    [InlineData("The field Quorum must be between 0 and 50.", "Значение — от 0 до 50.")]
    [InlineData("The Name field is required.", "Поле обязательно.")]
    [InlineData(
        "The field Name must be a string with a minimum length of 1 and a maximum length of 200.",
        "Знаков — от 1 до 200.")]
    [InlineData("Nobody has translated {this}.", "Nobody has translated {this}.")]
    public void What_the_framework_says_is_known_by_its_form(string english, string russian)
    {
        Assert.Equal(english, ProblemText.Of(english).ToString());
        Assert.Equal(russian, ProblemText.Of(english).InRussian(Russian));
    }
}
