using Technopark.ServiceKit.Tasks;

namespace Technopark.Networking;

/// <summary>What in networking waits for whom.</summary>
internal static class Tasks
{
    private static readonly TaskThing<NetworkingDb, Offer> Offers = new(
        _ => offer => offer.Title, offer => offer.CompanyId);

    private static readonly TaskThing<NetworkingDb, Interest> Interests = new(
        db => interest => db.Offers.Where(offer => offer.Id == interest.OfferId)
            .Select(offer => offer.Title).FirstOrDefault(),
        interest => interest.OfferCompanyId);

    private static readonly TaskThing<NetworkingDb, Meeting> Meetings = new(
        db => meeting => db.Interests.Where(interest => interest.Id == meeting.InterestId)
            .SelectMany(interest => db.Offers.Where(offer => offer.Id == interest.OfferId))
            .Select(offer => offer.Title).FirstOrDefault(),
        meeting => meeting.CompanyId);

    /// <summary>Days are assumed; an operator sets others.</summary>
    public static TaskRule[] Table { get; } =
    [
        Offers.Waits("SubmitOffer", Turn.Owner, [OfferStatus.Draft], days: 30, "notShown"),
        Offers.Waits(
            "PublishOffer", Turn.Park, [OfferStatus.InternalReview], days: 5, "notShown",
            when: (db, _) => offer => db.Companies.Any(company => company.Id == offer.CompanyId
                && company.Status == CompanyReplicaStatus.Verified)),
        Interests.Waits("ForwardInterest", Turn.Park, [InterestStatus.Submitted], days: 3, "hostDoesNotKnow"),
        Interests.Waits("AcceptInterest", Turn.Owner, [InterestStatus.Forwarded], days: 14, "guestWaits"),
        Interests.Waits(
            "ScheduleMeeting", Turn.Owner, [InterestStatus.Accepted], days: 14, "noMeeting",
            when: (db, _) => interest => !db.Meetings.Any(meeting => meeting.InterestId == interest.Id
                && meeting.Status != MeetingStatus.Cancelled)),
        Meetings.Waits(
            "HoldMeeting", Turn.Owner, [MeetingStatus.Scheduled], days: 7, "meetingForgotten",
            when: (_, at) => meeting => meeting.EndsAt <= at.Now, since: meeting => meeting.EndsAt),
    ];
}
