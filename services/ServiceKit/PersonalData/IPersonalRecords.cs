namespace Technopark.ServiceKit.PersonalData;

/// <summary>Things of one kind that a centre keeps about people; a centre registers one for each kind.</summary>
public interface IPersonalRecords
{
    /// <summary>What they are, in the plural: <c>companies</c>.</summary>
    string Kind { get; }

    /// <summary>What is kept about a person, for that person to read: nothing about anybody else.</summary>
    Task<IReadOnlyList<object>> CopyAsync(Guid person, CancellationToken ct);

    /// <summary>Removes what tells who the person is, in the inbox's transaction; ids and figures stay.</summary>
    Task EraseAsync(Guid person, CancellationToken ct);
}
