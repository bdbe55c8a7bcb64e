namespace Technopark.Networking.Features.Meetings;

internal static class ReadMeetings
{
    public static void Map(RouteGroupBuilder meetings)
    {
        meetings.MapOne<Meeting, MeetingView>(MeetingView.Of).WithName("GetMeeting").WithSummary("A meeting");
        meetings.MapGet("", ListAsync).WithName("ListMeetings").WithSummary("Meetings, in order of time");
    }

    private static Task<Page<MeetingView>> ListAsync(
        [Description("Those of this company, whichever side it is on.")] Guid? companyId, Guid? interestId,
        MeetingStatus? status, [AsParameters] Paging paging, NetworkingDb db, CancellationToken ct) =>
        db.Meetings.AsNoTracking()
            .Where(meeting => (companyId == null
                    || meeting.CompanyId == companyId || meeting.GuestCompanyId == companyId)
                && (interestId == null || meeting.InterestId == interestId)
                && (status == null || meeting.Status == status))
            .PageOfThingsAsync(
                paging, new { companyId, interestId, status }, meeting => meeting.StartsAt, descending: false,
                MeetingView.Of, ct);
}
