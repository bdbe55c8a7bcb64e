using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Technopark.ServiceKit.Http;

/// <summary>
/// Tells what the things are called to which those refer that are about to be shown: in one statement, however many
/// they are. Whoever is shown an id is shown its name, whether or not they may open the thing itself.
/// </summary>
internal sealed class ReferredNames
{
    private readonly ConcurrentDictionary<Type, (PropertyInfo[] Members, string Sql)> _ofTypes = new();

    public async Task TellAsync<TRoot>(CentreDb db, IReadOnlyCollection<TRoot> roots, CancellationToken ct)
        where TRoot : AggregateRoot
    {
        var (members, sql) = _ofTypes.GetOrAdd(typeof(TRoot), static (type, db) => QuestionOf(type, db), db);
        if (members is [] || roots.Count == 0)
        {
            return;
        }

        var ids = Array.ConvertAll(
            members, member => roots.Select(root => member.GetValue(root)).OfType<Guid>().Distinct().ToArray());
        var names = await AskAsync(db, sql, ids, ct);
        foreach (var root in roots)
        {
            root.ReferredNames = names;
        }
    }

    /// <summary>Names by ids; null of what has none, is not heard of yet or was erased.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string?>> AskAsync(
        CentreDb db, string sql, Guid[][] ids, CancellationToken ct)
    {
        var names = ids.SelectMany(some => some).Distinct().ToDictionary(id => id, _ => (string?)null);
        if (names.Count == 0)
        {
            return names;
        }

        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await using var ask = new NpgsqlCommand(sql, connection).With([.. ids]);
            await using var found = await ask.ExecuteReaderAsync(ct);
            while (await found.ReadAsync(ct))
            {
                names[found.GetGuid(0)] = await found.IsDBNullAsync(1, ct) ? null : Shown(found.GetString(1));
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return names;
    }

    /// <summary>The part of a question that is about one kind.</summary>
    /// <param name="number">Number of the parameter that has the ids.</param>
    public static string SqlOf(NamedKind kind, int number) =>
        $"select id, {kind.Sql} from {kind.Table} where id = any(${number})";

    private static (PropertyInfo[] Members, string Sql) QuestionOf(Type type, CentreDb db)
    {
        var references = db.Model.ReferencesOf(type).ToArray();
        return (
            Array.ConvertAll(references, reference => reference.Member),
            string.Join(" union all ", references.Select((reference, index) => SqlOf(reference.Kind, index + 1))));
    }

    private static string? Shown(string name) => name is "" or EventWords.Erased ? null : name;
}

/// <summary>What views say of the things to which theirs refer.</summary>
public static class ReferredNamesExtensions
{
    /// <summary>
    /// What a thing is called to which this one refers; null where it is not heard of yet or was erased.
    /// </summary>
    /// <exception cref="InvalidOperationException">It refers to nothing that has a name by this id.</exception>
    public static string? NameOf(this AggregateRoot root, Guid? id) => id is not { } referred ? null
        : root.ReferredNames?.TryGetValue(referred, out var name) == true ? name
        : throw new InvalidOperationException(
            $"No member of a {root.GetType().Name} refers to a thing with a name by {referred}.");

    /// <summary>What companies are called, for an answer that is made of no thing of the centre's own.</summary>
    public static Task<IReadOnlyDictionary<Guid, string?>> NamesOfCompaniesAsync(
        this CentreDb db, IEnumerable<Guid?> ids, CancellationToken ct)
    {
        var kind = NamedKinds.KindOf(db.Model.FindEntityType(typeof(CompanyReplica))!)!;
        return ReferredNames.AskAsync(
            db, ReferredNames.SqlOf(kind, 1), [[.. ids.OfType<Guid>().Distinct()]], ct);
    }

    /// <summary>Asks what has to be known of a thing that is about to be shown.</summary>
    internal static async Task<TRoot> PrepareAsync<TRoot>(
        this CentreDb db, TRoot root, bool isNew, CancellationToken ct)
        where TRoot : AggregateRoot
    {
        await db.AdmitAsync(root, isNew, ct);
        await db.GetService<ReferredNames>().TellAsync(db, [root], ct);
        return root;
    }
}
