namespace Technopark.Networking.Data;

/// <summary>What belongs to an offer or an interest, locked to be ended with it.</summary>
internal static class Endings
{
    /// <summary>Declines the interests in an offer that nobody has accepted yet.</summary>
    public static async Task DeclineWaitingAsync(this NetworkingDb db, Offer offer, string reason, CancellationToken ct)
    {
        var interests = await db.Interests
            .FromSql($"select *, xmin from interests where offer_id = {offer.Id} order by id for no key update")
            .IgnoreQueryFilters().ToListAsync(ct);
        interests.FindAll(interest => interest.IsWaiting).ForEach(interest => interest.Decline(reason));
    }

    /// <summary>Calls off the meetings of an interest that are ahead.</summary>
    public static async Task CancelMeetingsAsync(
        this NetworkingDb db, Interest interest, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var meetings = await db.Meetings
            .FromSql($"select *, xmin from meetings where interest_id = {interest.Id} order by id for no key update")
            .IgnoreQueryFilters().Include(meeting => meeting.Bookings).ToListAsync(ct);
        meetings.FindAll(meeting => meeting.IsAhead(now)).ForEach(meeting => meeting.Cancel(reason));
    }
}
