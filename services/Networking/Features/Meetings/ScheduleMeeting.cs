namespace Technopark.Networking.Features.Meetings;

internal static class ScheduleMeeting
{
    public sealed record Request(
        [property: WholeMinute, Planned, Description("Begin: a whole minute, with an offset from UTC.")]
        DateTimeOffset StartsAt,
        [property: AllowedValues(15, 20, 30, ErrorMessage = "A meeting takes 15, 20 or 30 minutes.")]
        int DurationMinutes);

    public static void Map(RouteGroupBuilder interests) => interests.MapPost("/{id:guid}/meetings", HandleAsync)
        .WithName(nameof(ScheduleMeeting)).WithSummary("Fix a time to meet")
        .WithDescription(
            "Refused with 409 doubleBooked where one of the two companies has another meeting at that time.")
        .WithTags("Meetings").WithIdempotency();

    private static async Task<CreatedWithETag<MeetingView>> HandleAsync(
        Guid id, Request body, NetworkingDb db, IOptions<ContactLimits> limits, TimeProvider clock,
        CancellationToken ct)
    {
        var parties = await db.Interests.AsNoTracking().FindOr404Async(id, ct);
        return await db.TransactAsync(async () =>
        {
            await db.LockDiariesAsync(parties, ct);
            var interest = await db.ShareInterestAsync(id, ct);
            var meeting = Meeting.Schedule(
                interest, body.StartsAt.ToUniversalTime(), TimeSpan.FromMinutes(body.DurationMinutes),
                clock.GetUtcNow());
            var (ofPair, ofGuest) = await db.CountMeetingsAsync(interest, Contacts.DayOf(meeting.StartsAt), ct);
            limits.Value.RequireOneMoreMeeting(ofPair, ofGuest);
            return await db.CreateAsync(meeting, "meetings", MeetingView.Of, ct);
        }, ct);
    }
}
