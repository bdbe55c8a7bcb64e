namespace Technopark.Incubation.Features.Applications;

internal static class ApplyToCall
{
    private const int QuestionAtMost = 200;
    private const int AnswerAtMost = 20_000;

    // With the questions it fits into a body of 1 MiB, however a client escapes letters.
    private const int AnswersAtMost = 150_000;

    public sealed record Request(
        Guid CompanyId,
        [property: Required, MaxLength(100)]
        [property: Description(
            "What the applicant writes, by question: 20 000 characters an answer; 150 000 in all, questions too.")]
        [property: CharactersAtMost(AnswersAtMost)]
        Dictionary<string, string> Answers,
        [property: Happened, Description(SubmitApplication.DateRule)] DateOnly? SubmittedOn = null) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Answers.Any(answer => answer.Key.Length is 0 or > QuestionAtMost
                || answer.Value is not { Length: <= AnswerAtMost }))
            {
                yield return new BrokenRule(
                    $"A question has 1 to {QuestionAtMost} characters, an answer {AnswerAtMost} at most.",
                    nameof(Answers));
            }
        }
    }

    public static void Map(RouteGroupBuilder calls) => calls.MapPost("/{callId:guid}/applications", HandleAsync)
        .WithName(nameof(ApplyToCall)).WithSummary("Draft an application to a call")
        .WithDescription(
            "The call must be open on submittedOn. The company must be known to the registry, neither rejected nor "
            + "liquidated, and without another open or accepted application to this call.")
        .WithIdempotency();

    private static async Task<CreatedWithETag<ApplicationView>> HandleAsync(
        Guid callId, Request body, Caller caller, IncubationDb db, TimeProvider clock, CancellationToken ct)
    {
        var call = await db.Calls.AsNoTracking().FindOr404Async(callId, ct);
        var on = SubmitApplication.DateOf(body.SubmittedOn, clock.Today(), caller);
        call.RequireOpenOn(on);

        // The company cannot be liquidated before this application is saved: with it, its applications are withdrawn.
        return await db.TransactAsync(async () =>
        {
            var company = await db.ShareCompanyAsync(body.CompanyId, ct)
                ?? throw CompanyReplica.Unknown("Incubation knows", body.CompanyId);
            company.RequireBegunBy(on, "submittedOn");
            var application = Application.Draft(call, company, body.Answers, clock.GetUtcNow());
            return await db.CreateAsync(application, "applications", ApplicationView.Of, ct);
        }, ct);
    }
}
