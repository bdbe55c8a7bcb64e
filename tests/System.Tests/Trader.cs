namespace Technopark.SystemTests;

/// <summary>A sole trader whose name stands in every text that the park takes about a company.</summary>
internal sealed class Trader(ParkClient.ParkClient api, string words, string name)
{
    /// <summary>Where words about a company come to stand, each in its own database.</summary>
    public static readonly string[] Tables =
    [
        "registry.companies", "registry.corrections", "incubation.applications", "incubation.residencies",
        "investment.rounds", "investment.commitments", "investment.tranches", "investment.issuers",
        "clusters.memberships", "networking.offers", "networking.interests", "insights.timeline", "insights.tranche",
        "insights.company_replica", "registry.event_log", "incubation.event_log", "investment.event_log",
        "clusters.event_log", "networking.event_log",
    ];

    private static readonly string[] Okved = ["62"];

    public string Inn { get; } = Numbers.PersonsInn();

    public string Ogrnip { get; } = Numbers.Ogrnip();

    public object Record(bool isMe) => new
    {
        name,
        kind = "ip",
        inn = Inn,
        ogrn = Ogrnip,
        okvedMain = "62.01",
        region = "78",
        founders = new[] { new { name, role = "CEO", sharePercent = "100", isMe } },
    };

    /// <summary>From the registry to the end of the residency, with money, partners and a cluster.</summary>
    public async Task LiveAsync(string company)
    {
        await api.ActAsync(company, "verify");
        await api.ActAsync(company, "correct", new { name = $"{name} и Ко", reason = words });
        var id = (await api.GetAsync(company)).Id;
        var residency = await ResideAsync(id);
        await RaiseAsync(id);
        await MeetAsync(id);
        await api.ActAsync(residency, "end", new { end = "withdrawn", reason = words, endedOn = "2025-03-01" });
    }

    private async Task<string> ResideAsync(Guid company)
    {
        await KnownAsync("incubation", company);
        var programme = await api.CreateAsync(
            "/api/incubation/v1/programmes",
            new { name = "Акселератор", quorum = 1, seats = 10, areaM2 = 500, termMonths = 36 });
        var call = await api.CreateAsync(
            "/api/incubation/v1/calls",
            new { programmeId = programme.Id, name = "Набор", opensOn = "2025-01-01", closesOn = "2099-12-31" });
        var application = await api.CreateAsync(
            $"/api/incubation/v1/calls/{call.Id}/applications",
            new { companyId = company, answers = new { problem = words } });
        await api.ActAsync(application.Path, "submit");
        await api.ActAsync(application.Path, "screen");
        await api.ActAsync(application.Path, "review");
        await api.ActAsync(application.Path, "deliberate", new { overrideReason = words });
        await api.ActAsync(application.Path, "decide", new { outcome = "accepted", rationale = words });
        return await api.StartResidencyAsync(company);
    }

    private async Task RaiseAsync(Guid company)
    {
        await Eventually.GetAsync("the issuer", () => api.FindAsync($"/api/investment/v1/issuers/{company}"));
        var (target, sum) = (new { amount = "9000", currency = "RUB" }, new { amount = "1000", currency = "RUB" });
        var investor = await api.CreateAsync("/api/investment/v1/investors", new { name = "Фонд", kind = "fund" });
        var round = await api.CreateAsync(
            "/api/investment/v1/rounds", new { companyId = company, name = words, instrument = "equity", target });
        await api.ActAsync(round, "open");
        var commitments = $"{round.Path}/commitments";
        var paying = await api.CreateAsync(commitments, new { investorId = investor.Id, amount = target });
        await api.CreateAsync($"{paying.Path}/tranches", new { amount = sum, paidOn = "2025-02-03", evidence = words });
        var wrong = await api.CreateAsync(
            $"{paying.Path}/tranches", new { amount = sum, paidOn = "2025-02-04", evidence = words });
        await api.ActAsync(wrong.Path, "reverse", new { reason = words });
        var withdrawn = await api.CreateAsync(commitments, new { investorId = investor.Id, amount = sum });
        await api.ActAsync(withdrawn.Path, "withdraw", new { reason = words });
    }

    private async Task MeetAsync(Guid company)
    {
        await KnownAsync("clusters", company);
        var initiative = await api.CreateAsync(
            "/api/clusters/v1/initiatives",
            new
            {
                name = $"Кластер {company}",
                anchorOkved = Okved,
                region = "78",
                coordinator = "Парк",
                fte = 2,
            });
        var membership = await api.CreateAsync(
            $"{initiative.Path}/memberships", new { companyId = company, type = "sme" });
        await api.ActAsync(membership.Path, "commit");
        await api.ActAsync(membership.Path, "leave", new { reason = words });

        await KnownAsync("networking", company);
        var offer = await OfferAsync(company, words);
        await api.ActAsync(offer.Path, "submitForReview");
        await api.ActAsync(offer.Path, "publish");
        await api.ActAsync(offer.Path, "archive", new { reason = words });
        var other = await api.VerifiedCompanyAsync();
        await KnownAsync("networking", other.Id);
        var wanted = await OfferAsync(other.Id, "Ищем партнёра");
        await api.ActAsync(wanted.Path, "submitForReview");
        await api.ActAsync(wanted.Path, "publish");
        var interest = await api.CreateAsync(
            $"{wanted.Path}/interests", new { companyId = company, message = words });
        await api.ActAsync(interest.Path, "decline", new { reason = words });
    }

    private Task<Thing> KnownAsync(string centre, Guid company) => Eventually.GetAsync(
        $"{centre} knows the company", () => api.FindAsync($"/api/{centre}/v1/companies/{company}"),
        known => known.Status == "verified");

    private Task<Thing> OfferAsync(Guid company, string text) => api.CreateAsync(
        "/api/networking/v1/offers",
        new { companyId = company, kind = "businessOffer", title = text, summary = text, description = text });
}
