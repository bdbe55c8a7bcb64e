namespace Technopark.Incubation.Features.Programmes;

/// <summary>A programme as the API shows it.</summary>
internal sealed record ProgrammeView(
    Guid Id, string Name, int Quorum, int Seats, decimal AreaM2, int TermMonths, DateTimeOffset CreatedAt)
{
    public static ProgrammeView Of(Programme programme) => new(
        programme.Id, programme.Name, programme.Quorum, programme.Seats, programme.AreaM2, programme.TermMonths,
        programme.CreatedAt);
}
