namespace Technopark.Demo;

/// <summary>Offers of the companies, interest in them and meetings that follow.</summary>
internal static class NetworkingStory
{
    private const string Root = "/api/networking/v1";
    private const int Offers = 24;
    private const int Meetings = 15;

    private static readonly string[] Kinds =
        ["technologyOffer", "technologyRequest", "businessOffer", "businessRequest", "researchRequest"];
    private static readonly DateTimeOffset FirstMeeting = new(2026, 9, 14, 7, 0, 0, TimeSpan.Zero);

    public static async Task PlayAsync(Park park, Story story, IReadOnlyDictionary<int, Guid> ids)
    {
        var companies = story.Companies.Where(company => company.Fate is Fate.Graduated or Fate.Active).ToArray();
        for (var number = 0; number < Offers; number++)
        {
            var (host, company) = (park.Founder(companies[number].Number), ids[companies[number].Number]);
            await host.EventuallyAsync($"{Root}/companies/{company}", known => known.Status == "verified");
            var offer = (await host.CreateAsync($"offer-{number}", $"{Root}/offers", new
            {
                companyId = company,
                kind = Kinds[number % Kinds.Length],
                title = Words.Technology(number),
                summary = "Готовы к пилоту с промышленным партнёром. / Ready for a pilot with an industrial partner.",
                trl = 4 + (number % 5),
            })).Path;
            await host.AdvanceAsync(offer, "submitForReview");
            await park.Manager.AdvanceAsync(offer, "publish");
            if (number >= Meetings)
            {
                continue;
            }

            var guest = companies[Offers + number].Number;
            var interest = (await park.Founder(guest).CreateAsync($"interest-{number}", $"{offer}/interests", new
            {
                companyId = ids[guest],
                message = "Хотим обсудить пилот. / We would like to talk about a pilot.",
            })).Path;
            await park.Manager.AdvanceAsync(interest, "forward");
            await host.AdvanceAsync(interest, "accept");
            await host.CreateAsync($"meeting-{number}", $"{interest}/meetings", new
            {
                startsAt = FirstMeeting.AddMinutes(30 * number),
                durationMinutes = 30,
            });
        }
    }
}
