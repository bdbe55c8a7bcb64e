namespace Technopark.Contracts.Orchard;

/// <summary>An event of a centre that the contracts do not know.</summary>
/// <param name="TreeId">The tree.</param>
/// <param name="Sort">What grows on it.</param>
public sealed record TreePlanted(Guid TreeId, string Sort) : IntegrationEvent;
