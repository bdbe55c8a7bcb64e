using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace Technopark.ServiceKit.Http;

/// <summary>A part of a list.</summary>
/// <param name="Items">The things, in the list's order.</param>
/// <param name="Next">Cursor of the next part; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which part of a list a client wants.</summary>
public sealed record Paging(
    [property: FromQuery(Name = "limit"), Range(1, 200),
        Description("Items at most, 1 to 200; 50 where it is not given.")] int? Limit,
    [property: FromQuery(Name = "cursor"),
        Description("The 'next' of the part before, with the same filter.")] string? Cursor,
    CentreDb Db)
{
    private const int DefaultLimit = 50;

    internal int LimitOrDefault => Limit ?? DefaultLimit;
}

/// <summary>Keyset paging over (sort key, id): every page costs the same, nothing is skipped or repeated.</summary>
public static class PagingExtensions
{
    private sealed record Position(string Key, Guid Id, string Filter);

    /// <summary>Newest first.</summary>
    /// <param name="filter">Everything that narrows the list; a cursor is refused with another filter.</param>
    public static Task<Page<TView>> PageAsync<TRoot, TView>(
        this IQueryable<TRoot> roots, Paging paging, object filter, Func<TRoot, TView> view, CancellationToken ct)
        where TRoot : AggregateRoot =>
        roots.PageOfThingsAsync(paging, filter, root => root.CreatedAt, descending: true, view, ct);

    /// <summary>Things by any key of theirs.</summary>
    public static async Task<Page<TView>> PageOfThingsAsync<TRoot, TKey, TView>(
        this IQueryable<TRoot> roots, Paging paging, object filter, Expression<Func<TRoot, TKey>> sortKey,
        bool descending, Func<TRoot, TView> view, CancellationToken ct)
        where TRoot : AggregateRoot
        where TKey : notnull
    {
        var page = await roots.PageAsync(
            paging, filter, sortKey, root => root.Id, descending, root => root, ct);
        await paging.Db.GetService<Steps>().AdmitAsync(paging.Db, page.Items, isNew: false, ct);
        await paging.Db.GetService<ShownNames>().AddAsync(page.Items, ct);
        await paging.Db.GetService<ReferredNames>().TellAsync(paging.Db, page.Items, ct);
        return new Page<TView>([.. page.Items.Select(view)], page.Next);
    }

    /// <summary>By any key of the thing.</summary>
    public static async Task<Page<TView>> PageAsync<T, TKey, TView>(
        this IQueryable<T> rows, Paging paging, object filter, Expression<Func<T, TKey>> sortKey,
        Expression<Func<T, Guid>> id, bool descending, Func<T, TView> view, CancellationToken ct)
        where TKey : notnull
    {
        var limit = paging.LimitOrDefault;
        var filterHash = HashOf(filter);
        var found = await rows.InOrder(sortKey, id, descending, paging.Cursor, filterHash)
            .Take(limit + 1).ToListAsync(ct);
        var more = found.Count > limit;
        var items = more ? found[..limit] : found;
        var next = more ? Format(sortKey.Compile()(items[^1]), id.Compile()(items[^1]), filterHash) : null;
        return new Page<TView>(items.ConvertAll(row => view(row)), next);
    }

    /// <summary>In the order of a list, after the place where a part before ended.</summary>
    /// <param name="cursor">That place; null at the beginning.</param>
    internal static IQueryable<T> InOrder<T, TKey>(
        this IQueryable<T> rows, Expression<Func<T, TKey>> sortKey, Expression<Func<T, Guid>> id, bool descending,
        string? cursor, string filter)
        where TKey : notnull
    {
        if (cursor is not null)
        {
            var (key, lastId) = Parse<TKey>(cursor, filter);
            rows = rows.Where(After(sortKey, id, key, lastId, descending));
        }

        return descending
            ? rows.OrderByDescending(sortKey).ThenByDescending(id) : rows.OrderBy(sortKey).ThenBy(id);
    }

    /// <summary>A place in the order of a list.</summary>
    internal static string Format<TKey>(TKey key, Guid id, string filter) => WebEncoders.Base64UrlEncode(
        JsonSerializer.SerializeToUtf8Bytes(new Position(JsonSerializer.Serialize(key, ApiJson.Options), id, filter)));

    internal static ProblemException NoCursor() => ProblemException.Field(
        ProblemKind.Invalid, "invalid", "cursor",
        "A cursor is the 'next' of the part before, with the same filter.");

    /// <summary>A captured value becomes a parameter; a constant would be compiled anew for each page.</summary>
    internal static MemberExpression Captured<TValue>(TValue value)
    {
        Expression<Func<TValue>> captured = () => value;
        return (MemberExpression)captured.Body;
    }

    /// <summary>One comparison of rows is a place in the index; its parts would be a filter over all before.</summary>
    private static Expression<Func<T, bool>> After<T, TKey>(
        Expression<Func<T, TKey>> sortKey, Expression<Func<T, Guid>> id, TKey lastKey, Guid lastId, bool descending)
    {
        var row = sortKey.Parameters[0];
        var here = RowOf(sortKey.Body, ReplacingExpressionVisitor.Replace(id.Parameters[0], row, id.Body));
        var there = RowOf(Captured(lastKey), Captured(lastId));
        var beyond = descending
            ? nameof(NpgsqlDbFunctionsExtensions.LessThan) : nameof(NpgsqlDbFunctionsExtensions.GreaterThan);
        var compared = Expression.Call(
            typeof(NpgsqlDbFunctionsExtensions), beyond, null, Expression.Constant(EF.Functions), here, there);
        return Expression.Lambda<Func<T, bool>>(compared, row);
    }

    private static UnaryExpression RowOf(Expression key, Expression id) => Expression.Convert(
        Expression.Call(typeof(ValueTuple), nameof(ValueTuple.Create), [key.Type, id.Type], key, id), typeof(ITuple));

    private static string HashOf(object filter) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(filter, ApiJson.Options)).AsSpan(0, 6));

    private static (TKey Key, Guid Id) Parse<TKey>(string cursor, string filter)
    {
        try
        {
            var position =
                JsonSerializer.Deserialize<Position>(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor)));
            if (position is { Key: not null } && position.Filter == filter)
            {
                switch (JsonSerializer.Deserialize<TKey>(position.Key, ApiJson.Options))
                {
                    case DateTimeOffset at:
                        // Nobody but the park should have made it: what the database would not take is no cursor.
                        return ((TKey)(object)at.ToUniversalTime(), position.Id);
                    case string text when text.Contains('\0', StringComparison.Ordinal):
                        break;
                    case { } key:
                        return (key, position.Id);
                }
            }
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // The same answer as for a cursor of another list.
        }

        throw NoCursor();
    }
}
