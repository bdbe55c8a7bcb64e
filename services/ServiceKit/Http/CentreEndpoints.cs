namespace Technopark.ServiceKit.Http;

/// <summary>The endpoint that every centre has for each kind of its things.</summary>
public static class CentreEndpoints
{
    /// <summary>Maps reading one thing by its id.</summary>
    public static RouteHandlerBuilder MapOne<TRoot, TView>(this RouteGroupBuilder things, Func<TRoot, TView> view)
        where TRoot : AggregateRoot =>
        things.MapGet("/{id:guid}", async (Guid id, CentreDb db, CancellationToken ct) =>
            OkWithETag.Of(await db.ReadOr404Async<TRoot>(id, ct), view));
}
