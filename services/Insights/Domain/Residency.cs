namespace Technopark.Insights.Domain;

/// <summary>How a residency is over.</summary>
internal enum ResidencyOutcome
{
    Graduated,
    Terminated,
    Expired,
    Withdrawn,
}

/// <summary>
/// A stay in a programme. Its beginning and its end are in different events, which may arrive in any order.
/// </summary>
/// <param name="StartedOn">Null where it ended without a beginning, or the beginning has not arrived yet.</param>
internal sealed record Residency(
    Guid Id, Guid CompanyId, Guid ProgrammeId, DateOnly? StartedOn, DateOnly? EndedOn, ResidencyOutcome? Outcome);
