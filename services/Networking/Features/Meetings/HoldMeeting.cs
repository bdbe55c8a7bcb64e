namespace Technopark.Networking.Features.Meetings;

internal static class HoldMeeting
{
    public static void Map(RouteGroupBuilder meetings) => meetings.MapPost("/{id:guid}/hold", HandleAsync)
        .WithName(nameof(HoldMeeting)).WithSummary("Record that it took place");

    private static async Task<OkWithETag<MeetingView>> HandleAsync(
        Guid id, IfMatch ifMatch, NetworkingDb db, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Meetings.FindOr404Async(id, ifMatch, ct);
        meeting.Hold(clock.GetUtcNow());
        return await db.SaveAsync(meeting, MeetingView.Of, ct);
    }
}
