namespace Technopark.Contracts.Incubation;

/// <summary>A programme takes applications.</summary>
/// <param name="CallId">The call.</param>
/// <param name="ProgrammeId">The programme it recruits for.</param>
/// <param name="Name">Its name.</param>
/// <param name="OpensOn">First day for applications.</param>
/// <param name="ClosesOn">Last day for applications.</param>
public sealed record CallOpened(
    Guid CallId, Guid ProgrammeId, string Name, DateOnly OpensOn, DateOnly ClosesOn) : IntegrationEvent;
