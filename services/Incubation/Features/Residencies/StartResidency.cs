namespace Technopark.Incubation.Features.Residencies;

internal static class StartResidency
{
    public sealed record Request([property: Happened] DateOnly StartedOn);

    public static void Map(RouteGroupBuilder residencies) => residencies.MapPost("/{id:guid}/start", HandleAsync)
        .WithName(nameof(StartResidency)).WithSummary("Start a residency")
        .WithDescription(
            "signed → active, where the programme has a free seat and the company has months of its term left. The "
            + "date may lie in the past, not in the future; seats are counted as they are taken now.");

    private static Task<OkWithETag<ResidencyView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, IncubationDb db, CancellationToken ct) =>
        db.TransactAsync(async () =>
        {
            var residency = await db.Residencies.FindOr404Async(id, ifMatch, ct);
            await db.RequireBegunAsync(residency.CompanyId, body.StartedOn, "startedOn", ct);
            var programme = await db.LockProgrammeAsync(residency.ProgrammeId, ct);
            var taken = await db.Every<Residency>().CountAsync(
                other => other.ProgrammeId == programme.Id && ResidencyStates.Running.Contains(other.Status), ct);
            var earlier = await db.Every<Residency>().AsNoTracking()
                .Where(other => other.CompanyId == residency.CompanyId && other.ProgrammeId == programme.Id
                    && other.Id != id)
                .ToListAsync(ct);
            residency.Start(body.StartedOn, programme, taken, earlier);
            return await db.SaveAsync(residency, ResidencyView.Of, ct);
        }, ct);
}
