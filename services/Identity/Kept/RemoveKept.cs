using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Identity.Kept;

internal static class RemoveKept
{
    public static void Map(RouteGroupBuilder kept) => kept.MapDelete(KeptPath.One, HandleAsync)
        .WithName(nameof(RemoveKept)).WithSummary("Keep something no more");

    private static async Task<NoContent> HandleAsync(
        KeptKind kind, string name, Caller caller, IdentityDb db, CancellationToken ct)
    {
        var wanted = KeptPath.NameOf(name);
        var removed = await db.Kept
            .Where(kept => kept.PersonId == caller.Id && kept.Kind == kind && kept.Name == wanted)
            .ExecuteDeleteAsync(ct);
        return removed > 0 ? TypedResults.NoContent() : throw ReadKept.NotFound();
    }
}
