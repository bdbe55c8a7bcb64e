namespace Technopark.Investment.Data;

/// <summary>
/// Who locks more than one thing locks the company first (<see cref="CompanyReplicaLocks"/>), then rounds by id.
/// Whoever changes a round or what belongs to it holds the round's row until the transaction ends: two payments never
/// decide at the same time. Lock first, then read: what was read before may be old. Two statements, because EF Core
/// does not find the columns of a sum of money in SQL that is given to it.
/// </summary>
internal static class Locks
{
    /// <exception cref="ProblemException">404.</exception>
    public static Task<Round> LockRoundAsync(this InvestmentDb db, Guid id, CancellationToken ct) =>
        db.LockAsync<Round>(id, $"""select id as "Value" from rounds where id = {id} for no key update""", ct);

    /// <summary>Locks a round in the state that the client knows.</summary>
    /// <exception cref="ProblemException">404 or 412.</exception>
    public static async Task<Round> LockRoundAsync(this InvestmentDb db, Guid id, IfMatch ifMatch, CancellationToken ct)
    {
        var round = await db.LockRoundAsync(id, ct);
        ifMatch.Check(round.RowVersion);
        return round;
    }

    /// <summary>Locks the round that a commitment is in.</summary>
    /// <exception cref="ProblemException">404 for the commitment.</exception>
    public static Task<Round> LockRoundOfCommitmentAsync(this InvestmentDb db, Guid id, CancellationToken ct) =>
        db.LockAsync<Commitment>(
            id,
            $"""
            select r.id as "Value" from rounds r join commitments c on c.round_id = r.id where c.id = {id}
            for no key update of r
            """,
            ct);

    /// <summary>Locks the round that a tranche is in.</summary>
    /// <exception cref="ProblemException">404 for the tranche.</exception>
    public static Task<Round> LockRoundOfTrancheAsync(this InvestmentDb db, Guid id, CancellationToken ct) =>
        db.LockAsync<Tranche>(
            id,
            $"""
            select r.id as "Value" from rounds r join tranches t on t.round_id = r.id where t.id = {id}
            for no key update of r
            """,
            ct);

    /// <summary>Locks every round of a company.</summary>
    public static async Task<List<Round>> LockRoundsOfCompanyAsync(this InvestmentDb db, Guid id, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"select from rounds where company_id = {id} order by id for no key update", ct);
        return await db.Rounds.Where(round => round.CompanyId == id).ToListAsync(ct);
    }

    private static async Task<Round> LockAsync<TSought>(
        this InvestmentDb db, Guid id, FormattableString sql, CancellationToken ct) where TSought : AggregateRoot
    {
        var locked = await db.Database.SqlQuery<Guid>(sql).ToListAsync(ct);
        // Who may know of what they sought changes its round, whether or not they may read that.
        return locked is [var found] && await db.Set<TSought>().AnyAsync(sought => sought.Id == id, ct)
            ? await db.Every<Round>().FirstAsync(round => round.Id == found, ct)
            : throw CentreDbExtensions.NotFound<TSought>(id);
    }
}
