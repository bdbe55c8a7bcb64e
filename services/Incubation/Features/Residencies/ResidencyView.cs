namespace Technopark.Incubation.Features.Residencies;

/// <summary>A residency as the API shows it.</summary>
/// <param name="TermEndsOn">The day on which the company's months in the programme are over; null before the
/// start.</param>
/// <param name="EndReason">Why it ended without graduation.</param>
/// <param name="CreatedAt">When it was offered.</param>
/// <param name="Allowed">What may be done with it now: the verbs of its routes.</param>
internal sealed record ResidencyView(
    Guid Id, Guid ApplicationId, Guid CompanyId, string? CompanyName, Guid ProgrammeId, string? ProgrammeName,
    ResidencyStatus Status, DateTimeOffset? SignedAt, DateOnly? StartedOn, DateOnly? TermEndsOn, DateOnly? GraduatedOn,
    DateOnly? EndedOn, string? EndReason, DateTimeOffset CreatedAt, string[] Allowed)
{
    public static ResidencyView Of(Residency residency) => new(
        residency.Id, residency.ApplicationId, residency.CompanyId, residency.NameOf(residency.CompanyId),
        residency.ProgrammeId, residency.NameOf(residency.ProgrammeId), residency.Status, residency.SignedAt,
        residency.StartedOn, residency.TermEndsOn, residency.GraduatedOn, residency.EndedOn, residency.EndReason,
        residency.CreatedAt, residency.ForCaller(residency.Allowed));
}
