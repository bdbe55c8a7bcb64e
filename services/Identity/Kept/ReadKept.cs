using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Identity.Kept;

internal static class ReadKept
{
    public static void Map(RouteGroupBuilder kept)
    {
        kept.MapGet("", ListAsync).WithName("ListKept").WithSummary("What I keep for myself, by name");
        kept.MapGet(KeptPath.One, OneAsync).WithName("GetKept").WithSummary("Something that I keep for myself");
    }

    private static Task<Page<KeptSummary>> ListAsync(
        KeptKind? kind, [AsParameters] Paging paging, Caller caller, IdentityDb db, CancellationToken ct) =>
        db.Kept.AsNoTracking().Where(kept => kept.PersonId == caller.Id && (kind == null || kept.Kind == kind))
            .PageAsync(
                paging, new { kind }, kept => kept.Name, kept => kept.Id, descending: false, KeptSummary.Of, ct);

    private static async Task<Ok<KeptView>> OneAsync(
        KeptKind kind, string name, Caller caller, IdentityDb db, CancellationToken ct)
    {
        var wanted = KeptPath.NameOf(name);
        return await db.Kept.AsNoTracking()
            .FirstOrDefaultAsync(kept => kept.PersonId == caller.Id && kept.Kind == kind && kept.Name == wanted, ct)
            is { } found
            ? TypedResults.Ok(KeptView.Of(found))
            : throw NotFound();
    }

    /// <summary>The 404 for what nobody keeps under a name.</summary>
    public static ProblemException NotFound() =>
        new(ProblemKind.NotFound, "notFound", "You keep nothing under this name.");
}
