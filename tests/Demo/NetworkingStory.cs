namespace Technopark.Demo;

/// <summary>Offers of the companies, interest in them and meetings that follow.</summary>
internal static class NetworkingStory
{
    private const string Root = "/api/networking/v1";
    private const int Offers = 24;
    private const int Meetings = 15;

    private static readonly string[] Kinds = ["technologyOffer", "technologyRequest", "businessOffer", "businessRequest", "researchRequest"];
    private static readonly DateTimeOffset FirstMeeting = new(2026, 9, 14, 7, 0, 0, TimeSpan.Zero);

    public static async Task PlayAsync(Park park, Story story, IReadOnlyDictionary<int, Guid> ids)
    {
        var companies = story.Companies.Where(company => company.Fate is Fate.Graduated or Fate.Active).Select(company => ids[company.Number]).ToArray();
        for (var number = 0; number < Offers; number++)
        {
            var offer = (await park.CreateAsync($"offer-{number}", $"{Root}/offers", new
            {
                companyId = companies[number],
                kind = Kinds[number % Kinds.Length],
                title = Words.Technology(number),
                summary = "Готовы к пилоту с промышленным партнёром. / Ready for a pilot with an industrial partner.",
                trl = 4 + (number % 5),
            })).Path;
            await park.AdvanceAsync(offer, "submit-for-review");
            await park.AdvanceAsync(offer, "publish");
            if (number >= Meetings)
            {
                continue;
            }

            var interest = (await park.CreateAsync($"interest-{number}", $"{offer}/interests", new
            {
                companyId = companies[Offers + number],
                message = "Хотим обсудить пилот. / We would like to talk about a pilot.",
            })).Path;
            await park.AdvanceAsync(interest, "forward");
            await park.AdvanceAsync(interest, "accept");
            await park.CreateAsync($"meeting-{number}", $"{interest}/meetings", new
            {
                startsAt = FirstMeeting.AddMinutes(30 * number),
                durationMinutes = 30,
            });
        }
    }
}
