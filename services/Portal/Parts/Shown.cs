namespace Technopark.Portal.Parts;

/// <summary>What is shown of a thing: a column of a grid, or a line on the thing's own page.</summary>
/// <param name="Name">Of its text: <c>Field.{Name}</c>.</param>
/// <param name="Value">A text, word, date, instant, sum, number, or several.</param>
/// <param name="Link">Where the value leads; null: nowhere.</param>
public sealed record Shown<T>(string Name, Func<T, object?> Value, Func<T, string?>? Link = null)
{
    public string TextKey => $"Field.{Name}";

    /// <summary>Numbers stand at the right, under each other.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Of an instant the time matters, in lists, too.</summary>
    public bool HasTime { get; init; }

    /// <summary>Of a list: a column that is there for those who choose it.</summary>
    public bool IsExtra { get; init; }
}

/// <summary>A part of a list, as the API gives it.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next);
