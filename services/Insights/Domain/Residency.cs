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
internal sealed class Residency
{
    public required Guid Id { get; init; }

    public required Guid CompanyId { get; init; }

    public required Guid ProgrammeId { get; init; }

    /// <summary>Null where it ended without a beginning, or the beginning has not arrived yet.</summary>
    public DateOnly? StartedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    public ResidencyOutcome? Outcome { get; init; }
}
