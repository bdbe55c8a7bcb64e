namespace Technopark.Contracts.Identity;

/// <summary>
/// A person had their data erased: their id stands for nobody from here on. Every service removes what it keeps about
/// them; figures and past events keep the id alone.
/// </summary>
/// <param name="PersonId">The person, by the opaque id that events and tokens carry.</param>
public sealed record PersonErased(Guid PersonId) : IntegrationEvent;
