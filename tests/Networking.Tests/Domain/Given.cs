using Technopark.ServiceKit.Domain;

namespace Technopark.Networking.Tests.Domain;

/// <summary>What domain tests start from.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static CompanyReplica Known(string status = "Verified") =>
        new() { Id = Guid.CreateVersion7(), Status = Enum.Parse<CompanyReplicaStatus>(status), Name = "ООО Луч" };

    /// <summary>An offer that has gone the given steps to its publication.</summary>
    public static Offer Offered(int steps = 2, CompanyReplica? company = null)
    {
        var offer = Offer.Draft(
            company ?? Known(), new OfferDetails(
                OfferKind.TechnologyOffer, "Захват", "Готовы к пилоту", Description: null, Trl: 6), Now);
        Action[] all = [offer.SubmitForReview, () => offer.Publish(Known(), Now)];
        Array.ForEach(all[..steps], step => step());
        return offer;
    }

    /// <summary>An interest that has gone the given steps to its acceptance.</summary>
    public static Interest Interested(int steps = 2)
    {
        var interest = Interest.In(Offered(), Known(), "Обсудим?", Now);
        Action[] all = [() => interest.Forward(Given.Now), () => interest.Accept(Now)];
        Array.ForEach(all[..steps], step => step());
        return interest;
    }

    /// <summary>A meeting of half an hour that begins in one hour.</summary>
    public static Meeting Scheduled() => Meeting.Schedule(Interested(), Now.AddHours(1), TimeSpan.FromMinutes(30), Now);
}
