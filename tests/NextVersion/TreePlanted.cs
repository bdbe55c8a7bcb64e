namespace Technopark.Contracts.Orchard;

/// <summary>An event that the version before did not know; the sample centre says it.</summary>
/// <param name="TreeId">The tree.</param>
/// <param name="Sort">What grows on it.</param>
public sealed record TreePlanted(Guid TreeId, string Sort) : IntegrationEvent;
