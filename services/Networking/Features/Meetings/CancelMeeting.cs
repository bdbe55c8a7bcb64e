namespace Technopark.Networking.Features.Meetings;

internal static class CancelMeeting
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder meetings) => meetings.MapPost("/{id:guid}/cancel", HandleAsync)
        .WithName(nameof(CancelMeeting)).WithSummary("Call it off")
        .WithDescription("Both companies are free at that time again.");

    private static Task<OkWithETag<MeetingView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, NetworkingDb db, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var meeting = await db.LockMeetingAsync(id, ifMatch, ct);
        meeting.Cancel(body.Reason);
        return await db.SaveAsync(meeting, MeetingView.Of, ct);
    }, ct);
}
