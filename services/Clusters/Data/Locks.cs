namespace Technopark.Clusters.Data;

/// <summary>
/// Who locks more than one thing locks the company first (<see cref="CompanyReplicaLocks"/>), then initiatives by id,
/// then memberships. Whoever changes a membership holds its initiative, which counts its members.
/// </summary>
internal static class Locks
{
    /// <summary>The initiative, which nobody else can change until this transaction ends.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static Task<Initiative> LockInitiativeAsync(this ClustersDb db, Guid id, CancellationToken ct) =>
        db.Initiatives
        .FromSql($"select *, xmin from initiatives where id = {id} for no key update")
        .FindOr404Async(id, ct);

    /// <summary>The initiative, whose state nobody can change until this transaction ends.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static Task<Initiative> ShareInitiativeAsync(this ClustersDb db, Guid id, CancellationToken ct) =>
        db.Initiatives
        .FromSql($"select *, xmin from initiatives where id = {id} for share")
        .AsNoTracking().FindOr404Async(id, ct);

    /// <summary>A membership in the state that the client knows, and its initiative, to change both.</summary>
    /// <exception cref="ProblemException">404 or 412.</exception>
    public static async Task<(Initiative Initiative, Membership Membership)> LockMembershipAsync(
        this ClustersDb db, Guid id, IfMatch ifMatch, CancellationToken ct)
    {
        var initiativeId = await db.Memberships.Where(membership => membership.Id == id)
            .Select(membership => (Guid?)membership.InitiativeId).FirstOrDefaultAsync(ct);
        var initiative =
            await db.LockInitiativeAsync(initiativeId ?? throw CentreDbExtensions.NotFound<Membership>(id), ct);
        return (initiative, await db.Memberships.FindOr404Async(id, ifMatch, ct));
    }

    /// <summary>An initiative in the state that the client knows, and its open memberships, to end them all.</summary>
    /// <exception cref="ProblemException">404 or 412.</exception>
    public static async Task<(Initiative Initiative, List<Membership> Open)> LockWithMembersAsync(
        this ClustersDb db, Guid id, IfMatch ifMatch, CancellationToken ct)
    {
        var initiative = await db.LockInitiativeAsync(id, ct);
        ifMatch.Check(initiative.RowVersion);
        var open = await db.Every<Membership>()
            .Where(membership => membership.InitiativeId == id && membership.Status != MembershipStatus.Left)
            .OrderBy(membership => membership.Id).ToListAsync(ct);
        return (initiative, open);
    }
}
