using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.Tasks;

/// <summary>
/// A rule as a query over its things, in the order of their deadlines: by since when they wait, or by a date of theirs.
/// </summary>
internal sealed record TaskRule<TDb, TRoot, TKey>(
    string Code, string Operation, Turn Turn, string Consequence, int? Days, int? TellDaysBefore)
    : TaskRule(Code, Operation, Turn, Consequence, Days, TellDaysBefore)
    where TDb : CentreDb
    where TRoot : StatefulRoot
    where TKey : struct
{
    public required TaskThing<TDb, TRoot> Kind { get; init; }

    public required Func<TDb, TaskMoment, Expression<Func<TRoot, bool>>>? When { get; init; }

    public required Func<TDb, Expression<Func<TRoot, TKey>>> Key { get; init; }

    public required Expression<Func<TRoot, DateTimeOffset>> Since { get; init; }

    /// <summary>The day on which it is due, by its key.</summary>
    public required Func<TKey, TaskQuestion, DateOnly> DueOf { get; init; }

    /// <summary>The least key of what is due on a day or later.</summary>
    public required Func<DateOnly, TaskQuestion, TKey> FirstDueOn { get; init; }

    public override Type Thing => typeof(TRoot);

    internal override async Task<IReadOnlyList<WaitingThing>> FindAsync(
        TaskQuestion question, string? cursor, int atMost, CancellationToken ct)
    {
        var (db, key) = ((TDb)question.Db, Key((TDb)question.Db));
        var rows = await Things(question, key)
            .InOrder(key, root => root.Id, descending: false, cursor, Code)
            .Select(RowOf(db, key)).Take(atMost).ToListAsync(ct);
        return rows.ConvertAll(row => new WaitingThing(
            row.Id, row.Name, row.CompanyId, row.CompanyName, row.Since, DueOf(row.Key, question),
            PagingExtensions.Format(row.Key, row.Id, Code)));
    }

    internal override async Task<TaskCount> CountAsync(TaskQuestion question, CancellationToken ct)
    {
        var key = Key((TDb)question.Db);
        var isOverdue = Before(key, FirstDueOn(question.At.Today, question));
        var counts = await Things(question, key).Select(isOverdue).GroupBy(overdue => overdue)
            .Select(group => new { IsOverdue = group.Key, Count = group.Count() }).ToListAsync(ct);
        return new TaskCount(
            counts.Sum(part => part.Count), counts.Where(part => part.IsOverdue).Sum(part => part.Count));
    }

    private IQueryable<TRoot> Things(TaskQuestion question, Expression<Func<TRoot, TKey>> key)
    {
        var db = (TDb)question.Db;
        // For who sees all the filters are true of every row, and only keep the planner from its indexes.
        var things = (db.Caller.SeesAll ? db.Every<TRoot>() : db.Set<TRoot>()).AsNoTracking().Where(IsInState());
        if (When is not null)
        {
            things = things.Where(When(db, question.At));
        }

        if (TellDaysBefore is { } early)
        {
            things = things.Where(Before(key, FirstDueOn(question.At.Today.AddDays(early + 1), question)));
        }

        if (db.Caller.SeesAll)
        {
            return question.Unowned ? things.Where(Kind.Unowned(db)) : things;
        }

        var guard = question.Services.GetServices<StepGuard<TRoot>>()
            .FirstOrDefault(guard => guard.Step == question.Step);
        return guard?.Narrow(db, things) ?? things;
    }

    private Expression<Func<TRoot, bool>> IsInState()
    {
        var root = Expression.Parameter(typeof(TRoot), "root");
        var status = Expression.Property(root, StatefulRoot.StatusName);
        return Expression.Lambda<Func<TRoot, bool>>(
            States.Select(state => Expression.Equal(status, Expression.Constant(state, status.Type)))
                .Aggregate(Expression.OrElse),
            root);
    }

    private static Expression<Func<TRoot, bool>> Before(Expression<Func<TRoot, TKey>> key, TKey bound) =>
        Expression.Lambda<Func<TRoot, bool>>(
            Expression.LessThan(key.Body, PagingExtensions.Captured(bound)), key.Parameters);

    private Expression<Func<TRoot, Row>> RowOf(TDb db, Expression<Func<TRoot, TKey>> key)
    {
        var root = key.Parameters[0];
        return Expression.Lambda<Func<TRoot, Row>>(
            Expression.MemberInit(
                Expression.New(typeof(Row)),
                Bind(nameof(Row.Id), (Expression<Func<TRoot, Guid>>)(thing => thing.Id)),
                Bind(nameof(Row.Key), key),
                Bind(nameof(Row.Since), Since),
                Bind(nameof(Row.Name), Kind.Name(db)),
                Bind(nameof(Row.CompanyId), Kind.Company),
                Bind(nameof(Row.CompanyName), Kind.CompanyName(db))),
            root);

        MemberAssignment Bind(string member, LambdaExpression value) => Expression.Bind(
            typeof(Row).GetProperty(member)!,
            ReplacingExpressionVisitor.Replace(value.Parameters[0], root, value.Body));
    }

    internal sealed class Row
    {
        public Guid Id { get; init; }

        public TKey Key { get; init; }

        public DateTimeOffset Since { get; init; }

        public string? Name { get; init; }

        public Guid? CompanyId { get; init; }

        public string? CompanyName { get; init; }
    }
}
