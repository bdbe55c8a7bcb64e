using Microsoft.AspNetCore.Http.HttpResults;
using Technopark.ServiceKit.Access;

namespace Technopark.Identity.People;

/// <summary>
/// Who was erased, by ids alone; and erasing them again in a park that was restored from an older backup. Who runs the
/// park does this, with its key; the gateway does not lead here.
/// </summary>
internal static class RepeatErasure
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var erasures = app.MapGroup("/ops/erasures").ExcludeFromDescription().AllowOperators();
        erasures.MapGet("", ListAsync);
        erasures.MapPut("/{person:guid}", EraseAsync);
    }

    private static async Task<Ok<List<Guid>>> ListAsync(IdentityDb db, CancellationToken ct) => TypedResults.Ok(
        await db.People.Where(person => person.ErasedAt != null).OrderBy(person => person.ErasedAt)
            .Select(person => person.Id).ToListAsync(ct));

    /// <summary>Of somebody unknown, or erased already, there is nothing left to erase.</summary>
    private static async Task<NoContent> EraseAsync(Guid person, Erasure erasure)
    {
        await erasure.EraseAsync(person);
        return TypedResults.NoContent();
    }
}
