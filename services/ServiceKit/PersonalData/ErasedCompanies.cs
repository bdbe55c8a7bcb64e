using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Technopark.ServiceKit.Audit;

namespace Technopark.ServiceKit.PersonalData;

/// <summary>
/// Takes away the words that a centre keeps about a company that was a person: in its things, in the events that it
/// said and in the answers that it repeats. What comes about the company later, the inbox takes without words.
/// </summary>
public sealed class ErasedCompanies(CentreDb db, IEnumerable<IWordsOfCompanies> others)
{
    /// <summary>Makes what is missing; runs with each <c>--migrate</c>.</summary>
    internal const string Install = """
        create table if not exists erased_company (
            id uuid primary key, erased_at timestamptz not null default now(), again_at timestamptz
        );
        """;

    // Of what was written while the first time ran, nobody knows how it ended: a transaction takes less than this.
    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(2);

    private static readonly MethodInfo EraseThings = typeof(ErasedCompanies)
        .GetMethod(nameof(EraseThingsAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>In the transaction under way; nothing of it is saved yet.</summary>
    public async Task EraseAsync(Guid company, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"insert into erased_company (id) values ({company}) on conflict do nothing", ct);
        await EraseWordsAsync(company, ct);
    }

    /// <summary>Once more, for what was on its way while they were erased.</summary>
    /// <returns>How many companies.</returns>
    internal async Task<int> EraseAgainAsync(DateTimeOffset now, int most, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.BeginUnitOfWork(Caller.System, default);
        var due = await db.Database.SqlQuery<Guid>(
            $"""
            update erased_company set again_at = {now} where id in (
                select id from erased_company where again_at is null and erased_at < {now - Afterwards}
                limit {most} for update skip locked)
            returning id
            """).ToListAsync(ct);
        foreach (var company in due)
        {
            await EraseWordsAsync(company, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return due.Count;
    }

    private async Task EraseWordsAsync(Guid company, CancellationToken ct)
    {
        foreach (var type in db.Model.GetEntityTypes()
            .Where(type => type.FindPrimaryKey() is not null && type.ClrType.Assembly != typeof(CentreDb).Assembly))
        {
            await (Task)EraseThings.MakeGenericMethod(type.ClrType).Invoke(this, [type, company, ct])!;
        }

        if (db.Model.FindEntityType(typeof(CompanyReplica)) is not null)
        {
            await db.Database.ExecuteSqlAsync(
                $"update company_replica set name = {EventWords.Erased} where id = {company}", ct);
        }

        foreach (var words in others)
        {
            await words.EraseAsync(company, ct);
        }

        await EraseEventsAsync("outbox", "position", company, ct);
        await EraseEventsAsync("event_log", "sequence", company, ct);
        await db.ForgetAnswersAsync([company.ToString()], ct);
    }

    private async Task EraseThingsAsync<T>(IEntityType type, Guid company, CancellationToken ct)
        where T : class
    {
        IProperty[] words = [.. type.GetProperties().Where(HoldsWords)];
        foreach (var side in words is [] ? [] : type.GetProperties().Where(IsCompany))
        {
            var things = side.ClrType == typeof(Guid)
                ? db.Every<T>().Where(thing => EF.Property<Guid>(thing, side.Name) == company)
                : db.Every<T>().Where(thing => EF.Property<Guid?>(thing, side.Name) == company);
            foreach (var thing in await things.ToListAsync(ct))
            {
                foreach (var member in words.Select(word => db.Entry(thing).Property(word)))
                {
                    member.CurrentValue = member.CurrentValue switch
                    {
                        null => null,
                        string => EventWords.Erased,
                        _ => Activator.CreateInstance(member.Metadata.ClrType),
                    };
                }

                (thing as AggregateRoot)?.Touch();
            }
        }
    }

    private static bool IsCompany(IProperty member) => member.Name.EndsWith("CompanyId", StringComparison.Ordinal)
        && (Nullable.GetUnderlyingType(member.ClrType) ?? member.ClrType) == typeof(Guid);

    private static bool HoldsWords(IProperty member) => member.PropertyInfo is { } info
        && !AuditDiff.IsKept(info, member.ClrType) && !IsDocument(member);

    /// <summary>What stands in it, only its owner knows: it is for <see cref="IWordsOfCompanies"/>.</summary>
    private static bool IsDocument(IProperty member) =>
        member.ClrType == typeof(string) && member.GetColumnType() == "jsonb";

    private async Task EraseEventsAsync(string table, string key, Guid company, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        var erased = new List<(long Key, string Data)>();
        await using (var read = new NpgsqlCommand(
            $"select {key}, type, data from {table} where company_id = $1 for update", connection, transaction)
            .With(company))
        await using (var reader = await read.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                erased.Add((reader.GetInt64(0), EventWords.Erase(reader.GetString(1), reader.GetString(2))));
            }
        }

        await using var write = new NpgsqlCommand(
            $"""
            update {table} set data = erased.data from unnest($1, $2) as erased (key, data)
            where {table}.{key} = erased.key
            """,
            connection, transaction)
            .With(erased.ConvertAll(row => row.Key).ToArray(), erased.ConvertAll(row => row.Data).ToArray());
        await write.ExecuteNonQueryAsync(ct);
    }
}
