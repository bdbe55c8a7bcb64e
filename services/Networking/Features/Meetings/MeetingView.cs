namespace Technopark.Networking.Features.Meetings;

/// <summary>A meeting as the API shows it.</summary>
/// <param name="OfferName">Title of the offer about which they meet.</param>
/// <param name="CompanyId">The company behind the offer.</param>
/// <param name="GuestCompanyId">The company that was interested.</param>
/// <param name="StartsAt">Begin, UTC.</param>
/// <param name="EndsAt">End, UTC; another meeting may begin then.</param>
/// <param name="Reason">Why it was cancelled.</param>
/// <param name="Allowed">What may be done with it now: the verbs of its routes.</param>
internal sealed record MeetingView(
    Guid Id, Guid InterestId, string? OfferName, Guid CompanyId, string? CompanyName, Guid GuestCompanyId,
    string? GuestCompanyName, MeetingStatus Status, DateTimeOffset StartsAt, DateTimeOffset EndsAt,
    DateTimeOffset CreatedAt, string? Reason, string[] Allowed)
{
    public static MeetingView Of(Meeting meeting) => new(
        meeting.Id, meeting.InterestId, meeting.NameOf(meeting.InterestId), meeting.CompanyId,
        meeting.NameOf(meeting.CompanyId), meeting.GuestCompanyId, meeting.NameOf(meeting.GuestCompanyId),
        meeting.Status, meeting.StartsAt, meeting.EndsAt, meeting.CreatedAt, meeting.Reason,
        meeting.ForCaller(meeting.Allowed));
}
