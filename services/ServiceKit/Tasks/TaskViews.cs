namespace Technopark.ServiceKit.Tasks;

/// <summary>Something that waits for the caller.</summary>
/// <param name="Code">What is to be done; its text is among the rules.</param>
/// <param name="CompanyId">The company that it is about, where it is about one.</param>
/// <param name="CompanyName">Null where the caller may not know it.</param>
/// <param name="Since">When it began to wait.</param>
/// <param name="Due">The last day on which it is in time, in the park's zone.</param>
/// <param name="Operation">The step to take: a route under the thing, as in its 'allowed'.</param>
/// <param name="Consequence">What happens while it is not done; its text is among the rules.</param>
public sealed record TaskView(
    string Code, TaskView.ThingView Thing, Guid? CompanyId, string? CompanyName, DateTimeOffset Since, DateOnly Due,
    bool IsOverdue, string Operation, string Consequence)
{
    /// <param name="Kind">For example <c>application</c>.</param>
    /// <param name="Name">Null where the caller may not know it.</param>
    /// <param name="Path">Where the API has it.</param>
    public sealed record ThingView(string Kind, Guid Id, string? Name, string Path);
}

/// <summary>How much waits for the caller.</summary>
/// <param name="Overdue">Of it what is overdue.</param>
public sealed record TaskCount(int Count, int Overdue)
{
    internal TaskCount With(TaskCount other) => new(Count + other.Count, Overdue + other.Overdue);
}

/// <summary>What can wait here.</summary>
public sealed record TaskRules(IReadOnlyList<TaskRules.RuleView> Items)
{
    /// <param name="Kind">Of the things that wait so.</param>
    /// <param name="Days">Days until it is due; null where a date of the thing says it.</param>
    /// <param name="IsAssumed">True where the days are an assumption that nobody has set.</param>
    /// <param name="Text">What is to be done.</param>
    public sealed record RuleView(
        string Code, string Kind, string Operation, string Consequence, int? Days, bool IsAssumed, TaskText Text,
        TaskText ConsequenceText);

    /// <summary>A sentence for people.</summary>
    public sealed record TaskText(string En, string Ru);
}
