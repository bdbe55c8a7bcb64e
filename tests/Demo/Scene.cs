namespace Technopark.Demo;

/// <summary>What is there before the companies come: programmes, a call a year each, investors.</summary>
internal sealed record Scene(IReadOnlyDictionary<(int Programme, int Year), Guid> Calls, IReadOnlyList<Guid> Investors)
{
    public static async Task<Scene> SetAsync(Park park, Story story)
    {
        var calls = new Dictionary<(int, int), Guid>();
        var years = story.Companies.Select(company => company.Year).Distinct().ToArray();
        for (var programme = 0; programme < Words.Programmes.Length; programme++)
        {
            var made = await park.Manager.CreateAsync($"programme-{programme}", "/api/incubation/v1/programmes", new
            {
                name = Words.Programmes[programme],
                quorum = 0,
                seats = 60,
                areaM2 = 900 + (300 * programme),
                termMonths = 36,
            });
            foreach (var year in years)
            {
                var call = await park.Manager.CreateAsync($"call-{programme}-{year}", "/api/incubation/v1/calls", new
                {
                    programmeId = made.Id,
                    name = $"Набор / Call {year}",
                    opensOn = $"{year - 1}-09-01",
                    closesOn = $"{year}-12-20",
                });
                calls[(programme, year)] = call.Id;
            }
        }

        var investors = new List<Guid>();
        for (var i = 0; i < Words.Investors.Length; i++)
        {
            investors.Add((await park.Investor(i).CreateAsync(
                $"investor-{i}", "/api/investment/v1/investors", new { name = Words.Investors[i], kind = "fund" })).Id);
        }

        return new Scene(calls, investors);
    }
}
