namespace Technopark.Investment.Data;

/// <summary>
/// Whoever changes what belongs to a round holds the round's row until the transaction ends: two payments never decide
/// at the same time. Lock first, then read: what was read before may be old. Two statements, because EF Core does not
/// find the columns of a sum of money in SQL that is given to it.
/// </summary>
internal static class Locks
{
    /// <exception cref="ProblemException">404.</exception>
    public static Task<Round> LockRoundAsync(this InvestmentDb db, Guid id, CancellationToken ct) =>
        db.LockAsync<Round>(id, $"""select id as "Value" from rounds where id = {id} for no key update""", ct);

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
        this InvestmentDb db, Guid id, FormattableString sql, CancellationToken ct)
    {
        var locked = await db.Database.SqlQuery<Guid>(sql).ToListAsync(ct);
        return locked is [var found] && await db.Rounds.FirstOrDefaultAsync(round => round.Id == found, ct) is { } round
            ? round
            : throw CentreDbExtensions.NotFound<TSought>(id);
    }
}
