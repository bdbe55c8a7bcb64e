namespace Technopark.Incubation.Features.Calls;

internal static class OpenCall
{
    public sealed record Request(
        Guid ProgrammeId, [property: Required, StringLength(200, MinimumLength = 1)] string Name,
        [property: Planned] DateOnly OpensOn,
        [property: Planned] DateOnly ClosesOn)
        : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (ClosesOn < OpensOn)
            {
                yield return new BrokenRule("A call closes on the day it opens or later.", nameof(ClosesOn));
            }
        }
    }

    public static void Map(RouteGroupBuilder calls) => calls.MapPost("", HandleAsync)
        .WithName(nameof(OpenCall)).WithSummary("Open a call of a programme")
        .WithDescription("The window may lie in the past, so that history can be entered.").WithIdempotency();

    private static async Task<CreatedWithETag<CallView>> HandleAsync(
        Request body, IncubationDb db, TimeProvider clock, CancellationToken ct)
    {
        var programme = await db.Every<Programme>().AsNoTracking()
            .FirstOrDefaultAsync(known => known.Id == body.ProgrammeId, ct)
            ?? throw ProblemException.Field("programmeId", "There is no such programme.");
        var call = Call.Open(programme, body.Name, body.OpensOn, body.ClosesOn, clock.GetUtcNow());
        return await db.CreateAsync(call, "calls", made => CallView.Of(made, clock.Today()), ct);
    }
}
