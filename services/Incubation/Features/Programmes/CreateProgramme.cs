namespace Technopark.Incubation.Features.Programmes;

internal static class CreateProgramme
{
    public sealed record Request(
        [property: Required, StringLength(200, MinimumLength = 1)] string Name,
        [property: Range(0, 50), Description("Complete reviews an application needs; 0: no reviews.")] int Quorum,
        [property: Range(1, 10_000), Description("Residents at a time.")] int Seats,
        [property: Range(typeof(decimal), "0", "1000000"), Description("Area for its residents, m².")] decimal AreaM2,
        [property: Range(1, 120), Description("Months a company may spend in it, all its residencies together.")]
        int TermMonths);

    public static void Map(RouteGroupBuilder programmes) => programmes.MapPost("", HandleAsync)
        .WithName(nameof(CreateProgramme)).WithSummary("Set up a programme").WithIdempotency();

    private static Task<CreatedWithETag<ProgrammeView>> HandleAsync(
        Request body, IncubationDb db, TimeProvider clock, CancellationToken ct) =>
        db.CreateAsync(
            Programme.Create(body.Name, body.Quorum, body.Seats, body.AreaM2, body.TermMonths, clock.GetUtcNow()),
            "programmes", ProgrammeView.Of, ct);
}
