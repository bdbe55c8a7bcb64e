using Technopark.Client.Networking;
using Technopark.Portal.Parts;
using Technopark.Portal.Parts.Calendars;
using Technopark.Portal.Parts.Grids;

namespace Technopark.Portal.Pages.Networking;

internal static class MeetingLists
{
    public static async Task<Listed<MeetingView>> PartOfMeetingsAsync(
        this NetworkingClient networking, GridQuery query, int? limit, string? cursor)
    {
        var page = (await networking.ListMeetingsAsync(
            query.Id("companyId"), query.Id("interestId"), query.Word<MeetingStatus>("status"), limit, cursor)).Result;
        return new(page.Items, page.Next);
    }

    /// <summary>The API tells meetings in order of time and not from a time on: those before are passed over.</summary>
    public static async Task<Listed<MeetingView>> WeekOfMeetingsAsync(
        this NetworkingClient networking, GridQuery query, Week week, ParkClock clock)
    {
        const int AtOnce = 200;
        var found = new List<MeetingView>();
        string? cursor = null;
        do
        {
            var part = await networking.PartOfMeetingsAsync(query, AtOnce, cursor);
            found.AddRange(part.Items.Where(meeting => week.Has(clock.DayOf(meeting.StartsAt))));
            cursor = part.Items is [.., var last] && clock.DayOf(last.StartsAt) <= week.Sunday ? part.Next : null;
        }
        while (cursor is not null);
        return new(found, null);
    }
}
