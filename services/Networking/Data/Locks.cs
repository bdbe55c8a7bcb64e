namespace Technopark.Networking.Data;

/// <summary>
/// Who locks more than one thing locks companies first (<see cref="CompanyReplicaLocks"/>), then offers, interests and
/// meetings; of one kind, by id.
/// </summary>
internal static class Locks
{
    /// <summary>
    /// Lets nobody else book these companies until this transaction ends. The exclusion constraint refuses a double
    /// booking in any case; but two who meet in it wait for each other, and the server needs a second to see that.
    /// </summary>
    public static Task LockDiariesAsync(this NetworkingDb db, Interest interest, CancellationToken ct)
    {
        Guid[] ids = [interest.OfferCompanyId, interest.CompanyId];
        return db.Database.SqlQuery<Guid>(
            $"""select id as "Value" from company_replica where id = any({ids}) order by id for no key update""")
            .ToListAsync(ct);
    }

    /// <summary>Lets this company show interest once at a time: its interests are counted.</summary>
    public static Task LockGuestAsync(this NetworkingDb db, Guid id, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select from company_replica where id = {id} for no key update", ct);

    /// <summary>The offer, whose state nobody can change until this transaction ends.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static Task<Offer> ShareOfferAsync(this NetworkingDb db, Guid id, CancellationToken ct) => db.Offers
        .FromSql($"select *, xmin from offers where id = {id} for share")
        .AsNoTracking().FindOr404Async(id, ct);

    /// <summary>The offer, which nobody else can change until this transaction ends.</summary>
    /// <exception cref="ProblemException">404 or 412.</exception>
    public static Task<Offer> LockOfferAsync(this NetworkingDb db, Guid id, IfMatch ifMatch, CancellationToken ct) =>
        db.Offers
        .FromSql($"select *, xmin from offers where id = {id} for no key update")
        .FindOr404Async(id, ifMatch, ct);

    /// <summary>The interest, whose state nobody can change until this transaction ends.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static Task<Interest> ShareInterestAsync(this NetworkingDb db, Guid id, CancellationToken ct) => db.Interests
        .FromSql($"select *, xmin from interests where id = {id} for share")
        .AsNoTracking().FindOr404Async(id, ct);

    /// <summary>The interest, which nobody else can change until this transaction ends.</summary>
    /// <exception cref="ProblemException">404 or 412.</exception>
    public static Task<Interest> LockInterestAsync(
        this NetworkingDb db, Guid id, IfMatch ifMatch, CancellationToken ct) => db.Interests
        .FromSql($"select *, xmin from interests where id = {id} for no key update")
        .FindOr404Async(id, ifMatch, ct);

    /// <summary>
    /// The meeting with its bookings, which nobody else can change until this transaction ends. Saved without the lock,
    /// its bookings would go before it; whoever ends meetings with an interest holds them the other way round.
    /// </summary>
    /// <exception cref="ProblemException">404 or 412.</exception>
    public static Task<Meeting> LockMeetingAsync(
        this NetworkingDb db, Guid id, IfMatch ifMatch, CancellationToken ct) => db.Meetings
        .FromSql($"select *, xmin from meetings where id = {id} for no key update")
        .Include(meeting => meeting.Bookings).FindOr404Async(id, ifMatch, ct);
}
