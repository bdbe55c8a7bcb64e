namespace Technopark.Portal.Pages.Incubation;

/// <summary>What an applicant is asked, until programmes hold their forms as data.</summary>
internal static class Questions
{
    private static readonly string[] All =
        ["problem", "solution", "customers", "progress", "team", "money", "support"];

    public static string NameOf(string question) => $"answers[{question}]";

    /// <summary>Key of the question as people read it; <c>{Key}.Hint</c> says what to write.</summary>
    public static string KeyOf(string question) => $"Question.{question}";

    /// <summary>In the order in which they are asked; questions of other forms come last.</summary>
    public static IEnumerable<KeyValuePair<string, string>> InOrder(
        IEnumerable<KeyValuePair<string, string>> answers) =>
        answers.OrderBy(answer => (uint)Array.IndexOf(All, answer.Key));
}
