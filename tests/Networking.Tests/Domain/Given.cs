using Technopark.Contracts.Networking;
using Technopark.Networking.Domain;

namespace Technopark.Networking.Tests.Domain;

/// <summary>What domain tests start from.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static KnownCompany Known(string status = "Verified")
    {
        var company = new KnownCompany { Id = Guid.CreateVersion7() };
        company.Apply(Enum.Parse<KnownCompanyStatus>(status), new CompanyFacts("ООО Луч", "62.01", "78"), version: 2);
        return company;
    }

    /// <summary>An offer that has gone the given steps to its publication.</summary>
    public static Offer Offered(int steps = 2, KnownCompany? company = null)
    {
        var offer = Offer.Draft(
            company ?? Known(), new OfferDetails(
                OfferKind.TechnologyOffer, "Захват", "Готовы к пилоту", Description: null, Trl: 6), Now);
        Action[] all = [offer.SubmitForReview, () => offer.Publish(Now)];
        Array.ForEach(all[..steps], step => step());
        return offer;
    }

    /// <summary>An interest that has gone the given steps to its acceptance.</summary>
    public static Interest Interested(int steps = 2)
    {
        var interest = Interest.In(Offered(), Known(), "Обсудим?", Now);
        Action[] all = [interest.Forward, () => interest.Accept(Now)];
        Array.ForEach(all[..steps], step => step());
        return interest;
    }

    /// <summary>A meeting of half an hour that begins in one hour.</summary>
    public static Meeting Scheduled() => Meeting.Schedule(Interested(), Now.AddHours(1), TimeSpan.FromMinutes(30), Now);
}
