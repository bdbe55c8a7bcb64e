using Technopark.Contracts.Networking;

namespace Technopark.Contracts.Tests.ContractSnapshots;

internal static partial class EventSnapshots
{
    internal static EventSnapshot[] Networking =>
    [
        new("technopark.networking.offerPublished.v1",
            new OfferPublished(Id(12), Id(1), OfferKind.TechnologyRequest, "Laser source") { Version = 1 },
            $$"""
            {"offerId":"{{Stem}}12","companyId":"{{Stem}}01","kind":"technologyRequest","title":"Laser source",
            "version":1}
            """),
        new("technopark.networking.interestAccepted.v1",
            new InterestAccepted(Id(13), Id(12), Id(1), Id(14)) { Version = 2 },
            $$"""
            {"interestId":"{{Stem}}13","offerId":"{{Stem}}12","companyId":"{{Stem}}01",
            "interestedCompanyId":"{{Stem}}14","version":2}
            """),
        new("technopark.networking.meetingScheduled.v1",
            new MeetingScheduled(Id(15), Id(13), Id(1), Id(14), Noon, Noon.AddMinutes(30)) { Version = 1 },
            $$"""
            {"meetingId":"{{Stem}}15","interestId":"{{Stem}}13","companyId":"{{Stem}}01","guestCompanyId":"{{Stem}}14",
            "startsAt":"2024-02-09T12:00:00+00:00","endsAt":"2024-02-09T12:30:00+00:00","version":1}
            """),
    ];

    private static DateTimeOffset Noon => new(2024, 2, 9, 12, 0, 0, TimeSpan.Zero);
}
