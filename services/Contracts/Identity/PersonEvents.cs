namespace Technopark.Contracts.Identity;

/// <summary>
/// A person had their data erased: their id stands for nobody from here on. Every service removes what it keeps about
/// them; figures and past events keep the id alone.
/// </summary>
/// <param name="PersonId">The person, by the opaque id that events and tokens carry.</param>
public sealed record PersonErased(Guid PersonId) : IntegrationEvent;

/// <summary>
/// A person has come into the park, or has other roles from here on. Who they are, nothing here tells.
/// </summary>
/// <param name="PersonId">The person, by the opaque id that events and tokens carry.</param>
/// <param name="Roles">All roles that they have now, by their names in tokens: <c>expert</c>.</param>
public sealed record PersonRolesChanged(Guid PersonId, [property: Coded] IReadOnlyList<string> Roles)
    : IntegrationEvent;
