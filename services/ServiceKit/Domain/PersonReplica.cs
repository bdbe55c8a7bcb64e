namespace Technopark.ServiceKit.Domain;

/// <summary>A person as a centre knows them from events in any order: an opaque id, and their roles.</summary>
public sealed class PersonReplica
{
    public Guid Id { get; init; }

    /// <summary>By their names in tokens; none once the person has been erased.</summary>
    public string[] Roles { get; init; } = [];

    /// <summary>The id stands for nobody any more.</summary>
    public bool IsErased { get; init; }

    /// <summary>Version of the person after the newest event.</summary>
    public long Version { get; init; }
}
