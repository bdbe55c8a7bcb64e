namespace Technopark.Networking.Data;

/// <summary>What companies have taken of each other's time, whoever asks.</summary>
internal static class Contacts
{
    /// <summary>Interests of a guest: open ones in a host's offers, and all that it showed since a day began.</summary>
    public static async Task<(int OpenOfPair, int OfGuest)> CountInterestsAsync(
        this NetworkingDb db, Guid host, Guid guest, DateTimeOffset since, CancellationToken ct)
    {
        var all = db.Every<Interest>().Where(interest => interest.CompanyId == guest);
        return (
            await all.CountAsync(interest => interest.OfferCompanyId == host
                && InterestStates.Open.Contains(interest.Status), ct),
            await all.CountAsync(interest => interest.CreatedAt >= since, ct));
    }

    /// <summary>Meetings on a day that are not called off: of these two companies, and of the guest with all.</summary>
    public static async Task<(int OfPair, int OfGuest)> CountMeetingsAsync(
        this NetworkingDb db, Interest interest, DateTimeOffset day, CancellationToken ct)
    {
        var next = day.AddDays(1);
        var (host, guest) = (interest.OfferCompanyId, interest.CompanyId);
        var all = db.Every<Meeting>().Where(meeting => meeting.Status != MeetingStatus.Cancelled
            && meeting.StartsAt >= day && meeting.StartsAt < next);
        return (
            await all.CountAsync(meeting => (meeting.CompanyId == host && meeting.GuestCompanyId == guest)
                || (meeting.CompanyId == guest && meeting.GuestCompanyId == host), ct),
            await all.CountAsync(meeting => meeting.GuestCompanyId == guest, ct));
    }

    /// <summary>When the day of an instant began, UTC.</summary>
    public static DateTimeOffset DayOf(DateTimeOffset instant) => new(instant.UtcDateTime.Date, TimeSpan.Zero);
}
