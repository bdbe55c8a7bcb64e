using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Technopark.ServiceKit.Tasks;

/// <summary>A kind of thing that waits for people: what it is called, and whose it is.</summary>
/// <param name="name">What people call it; null where the caller may not know that.</param>
/// <param name="company">The company that it is about; null for things that are about none.</param>
public sealed class TaskThing<TDb, TRoot>(
    Func<TDb, Expression<Func<TRoot, string?>>> name, Expression<Func<TRoot, Guid?>>? company = null)
    where TDb : CentreDb
    where TRoot : StatefulRoot
{
    internal Func<TDb, Expression<Func<TRoot, string?>>> Name { get; } = name;

    internal Expression<Func<TRoot, Guid?>> Company { get; } = company ?? (_ => null);

    /// <summary>What the company is called; that of the replica unless said otherwise.</summary>
    public Func<TDb, Expression<Func<TRoot, string?>>> CompanyName { get; init; } = db => Of(
        company ?? (_ => null), id => db.Set<CompanyReplica>()
            .Where(known => known.Id == id).Select(known => known.Name).FirstOrDefault());

    /// <summary>That nobody acts for the company; that of the replica unless said otherwise.</summary>
    public Func<TDb, Expression<Func<TRoot, bool>>> Unowned { get; init; } = db => Of(
        company ?? (_ => null), id => !db.Set<CompanyReplica>().Any(
            known => known.Id == id && known.OwnerIds.Length > 0));

    /// <summary>A thing of this kind waits for a step, and it is due so many days after it began to.</summary>
    /// <param name="days">Days until it is due (assumed); an operator may set others.</param>
    /// <param name="consequence">Code of what happens while it is not done.</param>
    /// <param name="when">What is true of it besides the state.</param>
    /// <param name="since">When it began to wait; when it came into the state unless said otherwise.</param>
    /// <param name="code">That of the operation unless said otherwise.</param>
    public TaskRule Waits(
        string operation, Turn turn, Enum[] states, int days, string consequence,
        Func<TDb, TaskMoment, Expression<Func<TRoot, bool>>>? when = null,
        Expression<Func<TRoot, DateTimeOffset>>? since = null, int? tellDaysBefore = null, string? code = null)
    {
        var key = since ?? (root => root.StatusSince);
        return new TaskRule<TDb, TRoot, DateTimeOffset>(
            code ?? CodeOf(operation), operation, turn, consequence, days, tellDaysBefore)
        {
            Kind = this,
            States = states,
            When = when,
            Key = _ => key,
            Since = key,
            DueOf = (since, question) => question.At.DayOf(since, question.Days!.Value),
            FirstDueOn = (day, question) => question.At.StartOf(day.AddDays(-question.Days!.Value)),
        };
    }

    /// <summary>A thing of this kind waits for a step until a day.</summary>
    /// <param name="due">The last day on which it is in time.</param>
    /// <inheritdoc cref="Waits"/>
    public TaskRule WaitsUntil(
        string operation, Turn turn, Enum[] states, string consequence,
        Func<TDb, Expression<Func<TRoot, DateOnly>>> due,
        Func<TDb, TaskMoment, Expression<Func<TRoot, bool>>>? when = null,
        int? tellDaysBefore = null, string? code = null) =>
        new TaskRule<TDb, TRoot, DateOnly>(
            code ?? CodeOf(operation), operation, turn, consequence, null, tellDaysBefore)
        {
            Kind = this,
            States = states,
            When = when,
            Key = due,
            Since = root => root.StatusSince,
            DueOf = (day, _) => day,
            FirstDueOn = (day, _) => day,
        };

    private static string CodeOf(string operation) => JsonNamingPolicy.CamelCase.ConvertName(operation);

    private static Expression<Func<TRoot, TValue>> Of<TValue>(
        Expression<Func<TRoot, Guid?>> company, Expression<Func<Guid?, TValue>> value) =>
        Expression.Lambda<Func<TRoot, TValue>>(
            ReplacingExpressionVisitor.Replace(value.Parameters[0], company.Body, value.Body), company.Parameters);
}
