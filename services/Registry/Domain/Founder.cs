namespace Technopark.Registry.Domain;

/// <summary>A founder of a company. Events carry <see cref="PersonId"/> at most: the name stays here.</summary>
internal sealed class Founder
{
    public required Guid PersonId { get; init; }

    /// <summary>Empty once the person has been erased.</summary>
    public required string Name { get; init; }

    public required string Role { get; init; }

    /// <summary>Share of the capital in percent, 0 to 100.</summary>
    public required decimal SharePercent { get; init; }

    public Founder WithoutName() => new() { PersonId = PersonId, Name = "", Role = Role, SharePercent = SharePercent };
}
