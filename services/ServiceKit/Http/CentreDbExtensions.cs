using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Technopark.ServiceKit.Http;

/// <summary>The three things an endpoint does with an aggregate: find it, create it, save it.</summary>
public static class CentreDbExtensions
{
    /// <summary>Loads a thing to change it, in the state that the client knows.</summary>
    /// <exception cref="ProblemException">404, or 412 where the client knows an older state.</exception>
    public static async Task<TRoot> FindOr404Async<TRoot>(this IQueryable<TRoot> roots, Guid id, IfMatch ifMatch,
        CancellationToken ct)
        where TRoot : AggregateRoot
    {
        var root = await roots.FindOr404Async(id, ct);
        ifMatch.Check(root.RowVersion);
        return root;
    }

    /// <summary>Loads a thing.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static async Task<TRoot> FindOr404Async<TRoot>(this IQueryable<TRoot> roots, Guid id, CancellationToken ct)
        where TRoot : AggregateRoot =>
            await roots.FirstOrDefaultAsync(root => root.Id == id, ct) ?? throw NotFound<TRoot>(id);

    /// <summary>Loads a thing to show it: what is changed in it is not saved.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static async Task<TRoot> ReadOr404Async<TRoot>(this CentreDb db, Guid id, CancellationToken ct)
        where TRoot : AggregateRoot =>
            await db.PrepareAsync(
                await db.GetService<CompiledQueries>().AskAsync<TRoot>(db, id, ct) ?? throw NotFound<TRoot>(id),
                isNew: false, ct);

    /// <summary>The 404 for a thing of this kind.</summary>
    public static ProblemException NotFound<T>(Guid id) =>
        new(ProblemKind.NotFound, "notFound", $"There is no {ProblemText.Of(NameOf(typeof(T)))} {id}.");

    private static string NameOf(Type type) =>
        type == typeof(CompanyReplica) ? "company" : JsonNamingPolicy.CamelCase.ConvertName(type.Name);

    /// <summary>Saves a new thing, its events and the outcome of the request in one transaction.</summary>
    /// <param name="plural">Plural noun of its route, for example <c>companies</c>.</param>
    /// <param name="view">What the client gets; it must not need anything that the database gives.</param>
    public static async Task<CreatedWithETag<TView>> CreateAsync<TRoot, TView>(
        this CentreDb db, TRoot root, string plural, Func<TRoot, TView> view, CancellationToken ct)
        where TRoot : AggregateRoot
    {
        db.Add(root);
        await db.PrepareAsync(root, isNew: true, ct);
        var json = JsonSerializer.Serialize(view(root), ApiJson.Options);
        var location = $"{db.GetService<CentreInfo>().ApiPrefix}/{plural}/{root.Id}";
        if (db.IdempotencyKey is { } key)
        {
            db.Add(new IdempotencyRecord(key.Caller, key.Key, key.RequestHash, location, json, root.CreatedAt));
        }

        // Inserts alone travel as one batch, which PostgreSQL runs as a whole or not at all: a transaction around it is
        // a round trip more.
        db.Database.AutoTransactionBehavior = db.ChangeTracker.Entries().All(entry => entry.State == EntityState.Added)
            ? AutoTransactionBehavior.Never
            : AutoTransactionBehavior.WhenNeeded;
        await db.SaveChangesAsync(ct);
        return new CreatedWithETag<TView>(json, location, root.RowVersion);
    }

    /// <summary>Saves a changed thing and gives its new state.</summary>
    public static async Task<OkWithETag<TView>> SaveAsync<TRoot, TView>(
        this CentreDb db, TRoot root, Func<TRoot, TView> view, CancellationToken ct)
        where TRoot : AggregateRoot
    {
        await db.SaveChangesAsync(ct);
        return OkWithETag.Of(await db.PrepareAsync(root, isNew: false, ct), view);
    }

    /// <summary>Runs work that locks rows before it decides, as one transaction. A save alone is one already.</summary>
    public static async Task<TResult> TransactAsync<TResult>(this CentreDb db, Func<Task<TResult>> work,
        CancellationToken ct)
    {
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var result = await work();
        await transaction.CommitAsync(ct);
        db.GetService<OutboxSignal>().Committed.Wake();
        return result;
    }
}
