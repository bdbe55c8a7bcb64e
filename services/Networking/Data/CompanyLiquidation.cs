namespace Technopark.Networking.Data;

/// <summary>What belongs to a company, an offer or an interest, locked to be ended with it.</summary>
internal static class CompanyLiquidation
{
    /// <summary>
    /// Archives a company's offers, declines its interests and others' in its offers, calls off its meetings that are
    /// ahead.
    /// </summary>
    public static async Task EndAffairsAsync(
        this NetworkingDb db, Guid companyId, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var offers = await db.Offers
            .FromSql($"""
                select *, xmin from offers where company_id = {companyId} and status <> 'Archived'
                order by id for no key update
                """)
            .ToListAsync(ct);
        offers.ForEach(offer => offer.Archive(reason));

        var interests = await db.Interests
            .FromSql($"""
                select *, xmin from interests where company_id = {companyId} or offer_company_id = {companyId}
                order by id for no key update
                """)
            .ToListAsync(ct);
        Decline(interests.Where(interest => interest.IsOpen), reason);

        var meetings = await db.Meetings
            .FromSql($"""
                select *, xmin from meetings
                where (company_id = {companyId} or guest_company_id = {companyId}) and starts_at > {now}
                order by id for no key update
                """)
            .Include(meeting => meeting.Bookings).ToListAsync(ct);
        Cancel(meetings, reason, now);
    }

    /// <summary>Declines the interests in an offer that nobody has accepted yet.</summary>
    public static async Task DeclineWaitingAsync(this NetworkingDb db, Offer offer, string reason, CancellationToken ct)
    {
        var interests = await db.Interests
            .FromSql($"select *, xmin from interests where offer_id = {offer.Id} order by id for no key update")
            .ToListAsync(ct);
        Decline(interests.Where(interest => interest.IsWaiting), reason);
    }

    /// <summary>Calls off the meetings of an interest that are ahead.</summary>
    public static async Task CancelMeetingsAsync(
        this NetworkingDb db, Interest interest, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var meetings = await db.Meetings
            .FromSql($"select *, xmin from meetings where interest_id = {interest.Id} order by id for no key update")
            .Include(meeting => meeting.Bookings).ToListAsync(ct);
        Cancel(meetings, reason, now);
    }

    private static void Decline(IEnumerable<Interest> interests, string reason)
    {
        foreach (var interest in interests)
        {
            interest.Decline(reason);
        }
    }

    private static void Cancel(IEnumerable<Meeting> meetings, string reason, DateTimeOffset now)
    {
        // Asked of what is in memory: another news of the same commit may have called it off already.
        foreach (var meeting in meetings.Where(meeting => meeting.IsAhead(now)))
        {
            meeting.Cancel(reason);
        }
    }
}
