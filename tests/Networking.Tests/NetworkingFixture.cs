using Technopark.Networking.Tests;

[assembly: AssemblyFixture(typeof(NetworkingFixture))]

namespace Technopark.Networking.Tests;

/// <summary>Networking, and what companies and the park do with it.</summary>
public sealed class NetworkingFixture() : CentreFixture<Program>("networking")
{
    /// <summary>A time to meet that is ahead.</summary>
    public static readonly DateTimeOffset Ahead = new(2090, 5, 14, 7, 0, 0, TimeSpan.Zero);

    /// <summary>Fewer than by default, so that a test reaches them soon.</summary>
    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [new("Contacts:InterestsPerGuestAndDay", "7"), new("Contacts:MeetingsPerGuestAndDay", "6")];

    public string Offers => $"{Root}/offers";

    public static object Offer(Guid companyId, string kind = "technologyOffer", int? trl = 6) =>
        new { companyId, kind, title = "Захват для хрупких предметов", summary = "Готовы к пилоту.", trl };

    public async Task<Thing> DraftAsync(Guid? company = null) =>
        await Api.CreateAsync(Offers, Offer(company ?? await CompanyAsync()));

    public async Task<Thing> PublishAsync(Guid? company = null)
    {
        var reviewed = await Api.ActAsync(await DraftAsync(company), "submitForReview");
        return await Api.ActAsync(reviewed, "publish");
    }

    public Task<Thing> ShowInterestAsync(Thing offer, Guid company) =>
        Api.CreateAsync($"{offer.Path}/interests", new { companyId = company, message = "Хотим обсудить пилот." });

    /// <summary>An interest that the company behind the offer has accepted.</summary>
    public async Task<Thing> TalkAsync(Guid host, Guid guest)
    {
        var interest = await ShowInterestAsync(await PublishAsync(host), guest);
        return await Api.ActAsync(await Api.ActAsync(interest, "forward"), "accept");
    }

    public async Task<Thing> TalkAsync() => await TalkAsync(await CompanyAsync(), await CompanyAsync());

    public Task<Thing> MeetAsync(Thing interest, DateTimeOffset? startsAt = null, int durationMinutes = 30) =>
        Api.CreateAsync($"{interest.Path}/meetings", new { startsAt = startsAt ?? Ahead, durationMinutes });

    public Task<string> MeetRefusedAsync(Thing interest, DateTimeOffset? startsAt = null, int durationMinutes = 30) =>
        CreateRefusedAsync($"{interest.Path}/meetings", new { startsAt = startsAt ?? Ahead, durationMinutes });
}
