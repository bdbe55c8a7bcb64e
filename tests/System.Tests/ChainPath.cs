namespace Technopark.SystemTests;

internal sealed record Resident(Thing Company, string Residency, string Commitment);

/// <summary>The way of one company through the park, as its people walk it.</summary>
internal static class ChainPath
{
    /// <summary>A team, which needs no numbers and no founders.</summary>
    public static Task<Thing> TeamAsync(this ParkClient.ParkClient api, string name) => api.CreateAsync(
        "/api/registry/v1/companies", new { name, kind = "team", founders = Array.Empty<object>() });

    public static async Task<Thing> VerifiedCompanyAsync(this ParkClient.ParkClient api) => await api.ActAsync(
        await api.CreateAsync("/api/registry/v1/companies", new
        {
            name = "Невская робототехника",
            kind = "ooo",
            inn = Numbers.Inn(),
            ogrn = Numbers.Ogrn(),
            kpp = "780101001",
            okvedMain = "62.01",
            region = "78",
            founders = new[] { new { name = "Анна Первая", role = "CEO", sharePercent = "60" } },
        }),
        "verify");

    /// <summary>A resident since 2025 with an open round and a commitment of a billion.</summary>
    public static async Task<Resident> ResidentAsync(this ParkClient.ParkClient api)
    {
        var company = await api.VerifiedCompanyAsync();
        var residency = await ResideAsync(api, company.Id);
        await Eventually.GetAsync("the issuer", () => api.FindAsync($"/api/investment/v1/issuers/{company.Id}"));
        var billion = new { amount = "1000000000", currency = "RUB" };
        var investor = await api.CreateAsync("/api/investment/v1/investors", new { name = "Фонд", kind = "fund" });
        var round = await api.CreateAsync(
            "/api/investment/v1/rounds",
            new { companyId = company.Id, name = "Посев", instrument = "equity", target = billion });
        await api.ActAsync(round, "open");
        var commitment = await api.CreateAsync(
            $"{round.Path}/commitments", new { investorId = investor.Id, amount = billion });
        return new Resident(company, residency, commitment.Path);
    }

    private static async Task<string> ResideAsync(ParkClient.ParkClient api, Guid company)
    {
        var programme = await api.CreateAsync(
            "/api/incubation/v1/programmes",
            new { name = "Акселератор", quorum = 0, seats = 10, areaM2 = 500, termMonths = 36 });
        var call = await api.CreateAsync("/api/incubation/v1/calls", new
        {
            programmeId = programme.Id,
            name = "Набор",
            opensOn = "2025-01-01",
            closesOn = "2099-12-31",
        });
        await Eventually.GetAsync(
            "incubation knows the company", () => api.FindAsync($"/api/incubation/v1/companies/{company}"),
            known => known.Status == "verified");
        var application = await api.CreateAsync(
            $"/api/incubation/v1/calls/{call.Id}/applications",
            new { companyId = company, answers = new { problem = "Сборка вручную" } });
        foreach (var verb in (string[])["submit", "screen", "deliberate"])
        {
            await api.ActAsync(application.Path, verb);
        }

        await api.ActAsync(application.Path, "decide", new { outcome = "accepted", rationale = "Команда и рынок" });
        return await api.StartResidencyAsync(company);
    }

    /// <summary>The residency that an accepted application leads to, begun in February 2025.</summary>
    /// <returns>Its path.</returns>
    public static async Task<string> StartResidencyAsync(this ParkClient.ParkClient api, Guid company)
    {
        var offered = await Eventually.GetAsync(
            "a residency",
            async () => (Thing?)await api.GetAsync($"/api/incubation/v1/residencies?companyId={company}"),
            page => page.Items.Count == 1);
        var residency = $"/api/incubation/v1/residencies/{offered.Items[0].GetProperty("id").GetGuid()}";
        await api.ActAsync(residency, "sign");
        await api.ActAsync(residency, "start", new { startedOn = "2025-02-01" });
        return residency;
    }
}
