namespace Technopark.Demo;

/// <summary>Three cluster initiatives: two meet every criterion of activation, the third is still forming.</summary>
internal static class ClusterStory
{
    private const string Root = "/api/clusters/v1";

    private static readonly (string Name, string[] Okved, string? Website, int Members)[] Initiatives =
    [
        ("Кластер робототехники / Robotics cluster", ["62", "28"], "https://robotics.example", 20),
        ("Кластер фотоники / Photonics cluster", ["26", "72"], "https://photonics.example", 18),
        ("Кластер здоровья / Health cluster", ["21", "32"], null, 9),
    ];

    public static async Task PlayAsync(Park park, Story story, IReadOnlyDictionary<int, Guid> ids)
    {
        var coordinator = park.Coordinator;
        for (var number = 0; number < Initiatives.Length; number++)
        {
            var (name, okved, website, members) = Initiatives[number];
            var initiative = (await coordinator.CreateAsync($"initiative-{number}", $"{Root}/initiatives", new
            {
                name,
                anchorOkved = okved,
                region = "78",
                coordinator = "Центр кластерного развития / Cluster development centre",
                fte = 1.5m,
                website,
            })).Path;
            await coordinator.AdvanceAsync(initiative, "assess");
            await coordinator.AdvanceAsync(initiative, "form");
            var companies = story.Companies.Where(
                company => company.Number % Initiatives.Length == number && company.Fate == Fate.Graduated)
                    .Take(members);
            foreach (var company in companies)
            {
                await JoinAsync($"{company.Number}", new { companyId = ids[company.Number], type = "sme" });
            }

            await JoinAsync("university", new
            {
                memberName = "Политехнический университет / Polytechnic university",
                type = "university",
            });
            await JoinAsync(
                "city", new { memberName = "Комитет по промышленности / City industry committee", type = "public" });
            if (website is not null)
            {
                await coordinator.AdvanceAsync(initiative, "activate");
            }

            async Task JoinAsync(string key, object member)
            {
                var membership = await coordinator.CreateAsync(
                    $"membership-{number}-{key}", $"{initiative}/memberships", member);
                await coordinator.AdvanceAsync(membership.Path, "commit");
            }
        }
    }
}
