namespace Technopark.Clusters.Features.Memberships;

internal static class JoinInitiative
{
    public sealed record Request(
        [property: Description("A company of the registry; or leave it out and give memberName.")] Guid? CompanyId,
        [property: StringLength(200, MinimumLength = 1), Description("A member that the registry does not have.")]
        string? MemberName,
        MemberType Type,
        [property: Description(
            "invitation (the initiative asks, the default) → invited; application (the member asks) → applied. "
            + "Others than coordinators apply.")]
        MembershipEntry? Entry) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (CompanyId is null == MemberName is null)
            {
                yield return new BrokenRule(
                    "Give either companyId or memberName: a company's name is the registry's.",
                    nameof(CompanyId), nameof(MemberName));
            }
        }
    }

    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapPost("/{id:guid}/memberships", HandleAsync)
        .WithName(nameof(JoinInitiative)).WithSummary("Invite a member, or apply as one").WithIdempotency();

    private static async Task<CreatedWithETag<MembershipView>> HandleAsync(
        Guid id, Request body, ClustersDb db, TimeProvider clock, CancellationToken ct)
    {
        await db.ReadOr404Async<Initiative>(id, ct);
        return await db.TransactAsync(
            async () => await db.CreateAsync(
                await BeginAsync(id, body, db, clock.GetUtcNow(), ct), "memberships", MembershipView.Of, ct),
            ct);
    }

    private static async Task<Membership> BeginAsync(
        Guid id, Request body, ClustersDb db, DateTimeOffset now, CancellationToken ct)
    {
        // Only the initiative asks others in; who is not of it asks for a company of theirs.
        var entry = body.Entry ?? (db.Caller.SeesAll ? MembershipEntry.Invitation : MembershipEntry.Application);
        if (!db.Caller.SeesAll && (entry == MembershipEntry.Invitation || body.CompanyId is null))
        {
            throw new ProblemException(
                ProblemKind.Forbidden, "coordinatorInvites",
                "The initiative's coordinator invites; others apply for a company of theirs.");
        }

        if (body.CompanyId is not { } companyId)
        {
            return Membership.Of(await db.ShareInitiativeAsync(id, ct), body.MemberName!, body.Type, entry, now);
        }

        var company = await db.ShareCompanyAsync(companyId, ct)
            ?? throw CompanyReplica.Unknown("Clusters know", companyId);
        return Membership.Of(await db.ShareInitiativeAsync(id, ct), company, body.Type, entry, now);
    }
}
