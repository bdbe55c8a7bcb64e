namespace Technopark.Networking.Features.Meetings;

internal static class HoldMeeting
{
    public static void Map(RouteGroupBuilder meetings) => meetings.MapPost("/{id:guid}/hold", HandleAsync)
        .WithName(nameof(HoldMeeting)).WithSummary("Record that it took place");

    private static Task<OkWithETag<MeetingView>> HandleAsync([AsParameters] Change<Meeting> change) =>
        change.MakeAsync(meeting => meeting.Hold(change.Now), MeetingView.Of);
}
