namespace Technopark.Portal.Pages.Incubation;

/// <summary>What an applicant is asked, until programmes hold their forms as data.</summary>
internal static class Questions
{
    /// <summary>The company comes first, as part 1.</summary>
    public static readonly IReadOnlyList<Part> Parts =
    [
        new(2, "Apply.Idea", ["problem", "solution", "customers"]),
        new(3, "Apply.Work", ["progress", "team", "money", "support"]),
    ];

    private static readonly string[] All = [.. Parts.SelectMany(part => part.Asked)];

    /// <summary>What was answered, to be read once more.</summary>
    public static IEnumerable<CheckAnswers.Line> Lines =>
        from part in Parts
        from question in part.Asked
        select new CheckAnswers.Line(NameOf(question), KeyOf(question), part.Number);

    public static string NameOf(string question) => $"answers[{question}]";

    /// <summary>Key of the question as people read it; <c>{Key}.Hint</c> says what to write.</summary>
    public static string KeyOf(string question) => $"Question.{question}";

    /// <summary>In the order in which they are asked; questions of other forms come last.</summary>
    public static IEnumerable<KeyValuePair<string, string>> InOrder(
        IEnumerable<KeyValuePair<string, string>> answers) =>
        answers.OrderBy(answer => (uint)Array.IndexOf(All, answer.Key));

    internal sealed record Part(int Number, string Title, IReadOnlyList<string> Asked);
}
