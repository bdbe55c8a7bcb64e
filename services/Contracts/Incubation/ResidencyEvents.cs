namespace Technopark.Contracts.Incubation;

/// <summary>How a residency ended other than by graduation.</summary>
public enum ResidencyEnd
{
    /// <summary>The park or the company's liquidation ended it.</summary>
    Terminated,

    /// <summary>The programme's term was over.</summary>
    Expired,

    /// <summary>The company left.</summary>
    Withdrawn,
}

/// <summary>A company became a resident: from this date what it raises counts as attracted.</summary>
/// <param name="ResidencyId">The residency.</param>
/// <param name="CompanyId">The resident.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="StartedOn">First day of the residency.</param>
public sealed record ResidencyStarted(Guid ResidencyId, Guid CompanyId, Guid ProgrammeId, DateOnly StartedOn)
    : IntegrationEvent;

/// <summary>A resident met the programme's criteria and left it as a success.</summary>
/// <param name="ResidencyId">The residency.</param>
/// <param name="CompanyId">The graduate.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="GraduatedOn">Date of graduation.</param>
public sealed record ResidentGraduated(Guid ResidencyId, Guid CompanyId, Guid ProgrammeId, DateOnly GraduatedOn)
    : IntegrationEvent;

/// <summary>A residency ended without graduation.</summary>
/// <param name="ResidencyId">The residency.</param>
/// <param name="CompanyId">The former resident.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="End">How.</param>
/// <param name="Reason">Why.</param>
/// <param name="EndedOn">Last day.</param>
public sealed record ResidencyEnded(
    Guid ResidencyId, Guid CompanyId, Guid ProgrammeId, ResidencyEnd End, string Reason, DateOnly EndedOn)
    : IntegrationEvent;
