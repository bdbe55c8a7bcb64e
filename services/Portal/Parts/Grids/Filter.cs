namespace Technopark.Portal.Parts.Grids;

/// <summary>What narrows a list: a parameter of the list's operation, by its own name.</summary>
/// <param name="Name">Of the parameter; its text is <c>Field.{Name}</c>.</param>
/// <param name="Words">The words to choose from; null: a text is typed.</param>
public sealed record Filter(string Name, IReadOnlyList<Choice>? Words = null)
{
    /// <summary>One of a set of words.</summary>
    public static Filter Of<TWord>(string name)
        where TWord : struct, Enum => new(name) { Set = typeof(TWord) };

    /// <summary>The enumeration of the words; null where there is none.</summary>
    public Type? Set { get; init; }

    /// <summary>A day is chosen.</summary>
    public bool IsDate { get; init; }

    /// <summary>Of another thing, chosen elsewhere: shown as a chip and not asked for.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>One of those that a field offers.</summary>
public sealed record Choice(string Value, string Text)
{
    /// <summary>Every word of a set, in the language of the page.</summary>
    public static IReadOnlyList<Choice> Of(Type set, Texts texts) =>
        [.. Enum.GetValues(set).Cast<Enum>().Select(word => new Choice($"{word}", texts.Of(word)))];
}
