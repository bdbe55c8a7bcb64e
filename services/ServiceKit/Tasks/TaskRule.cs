namespace Technopark.ServiceKit.Tasks;

/// <summary>Whose turn it is with a thing that waits.</summary>
public enum Turn
{
    /// <summary>Theirs whom the access table lets do it with every thing.</summary>
    Park,

    /// <summary>Theirs whose the thing is; where nobody acts for its company, the park's.</summary>
    Owner,
}

/// <summary>That things of a kind wait for a step, in which states, for whom and how long.</summary>
/// <param name="Code">In camelCase; what is to be done stands under it in the centre's <c>Tasks.resx</c>.</param>
/// <param name="Operation">The step that they wait for, as the access table calls it.</param>
/// <param name="Consequence">Code of what happens while it is not done; its text stands there too.</param>
/// <param name="Days">Days until it is due (assumed); null where a date of the thing says it.</param>
/// <param name="TellDaysBefore">It is told so many days before it is due; null: as soon as it waits.</param>
public abstract record TaskRule(
    string Code, string Operation, Turn Turn, string Consequence, int? Days, int? TellDaysBefore)
{
    /// <summary>Kind of the things.</summary>
    public abstract Type Thing { get; }

    /// <summary>States in which a thing waits for this.</summary>
    public required IReadOnlyList<Enum> States { get; init; }

    /// <summary>What waits so for one caller, what is due first before the rest.</summary>
    /// <param name="cursor">Where the part before ended; null at the beginning.</param>
    internal abstract Task<IReadOnlyList<WaitingThing>> FindAsync(
        TaskQuestion question, string? cursor, int atMost, CancellationToken ct);

    /// <summary>How many wait so for one caller, and how many of them longer than they should.</summary>
    internal abstract Task<TaskCount> CountAsync(TaskQuestion question, CancellationToken ct);
}

/// <summary>One rule, asked for one caller.</summary>
/// <param name="Days">Days until it is due, as they are set here; null where a date of the thing says it.</param>
/// <param name="Unowned">Only things that nobody but the park acts for.</param>
/// <param name="Step">Word of the operation's route.</param>
internal sealed record TaskQuestion(
    CentreDb Db, IServiceProvider Services, TaskMoment At, int? Days, bool Unowned, string Step);

/// <summary>A thing that waits.</summary>
/// <param name="Place">Its place in the order of its rule.</param>
internal sealed record WaitingThing(
    Guid Id, string? Name, Guid? CompanyId, string? CompanyName, DateTimeOffset Since, DateOnly Due, string Place);
