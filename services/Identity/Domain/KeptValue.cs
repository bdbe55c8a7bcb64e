namespace Technopark.Identity.Domain;

/// <summary>For what a person keeps something.</summary>
internal enum KeptKind
{
    /// <summary>A saved filter of a list.</summary>
    View,

    /// <summary>A form half filled in; it is forgotten some time after its last change.</summary>
    Draft,

    /// <summary>Which columns of a list are shown, and how.</summary>
    Columns,

    /// <summary>Until when something that waits is out of sight.</summary>
    Snooze,

    /// <summary>Anything else that is as the person likes it.</summary>
    Setting,
}

/// <summary>What a person keeps for themselves under a name: pages know what it means, the park does not.</summary>
internal sealed class KeptValue
{
    public const int NameAtMost = 200;

    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required KeptKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>A JSON object.</summary>
    public required string Value { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
