namespace Technopark.SystemTests.Fuzz;

/// <summary>One thing of each kind that the park's services have.</summary>
internal static class ParkOwnedResources
{
    private static readonly object Money = new { amount = "1000", currency = "RUB" };
    private static readonly object Initiative = new
    {
        name = "Кластер",
        anchorOkved = (string[])["62"],
        region = "78",
        coordinator = "Центр",
        fte = 1.5,
        website = "https://cluster.example",
    };

    public static async Task<OwnedResources> MakeAsync(RunningPark park)
    {
        var resident = await park.Api.ResidentAsync();
        var things = new OwnedResources(Guid.Empty)
            .Own("companies", resident.Company.Id, "companyId").Own("issuers", resident.Company.Id)
            .Know("personId", Guid.CreateVersion7()).Know("reviewerId", Guid.CreateVersion7())
            .Know("anchorOkved", (string[])["62"]).Know("fte", 1.5).Know("website", "https://cluster.example")
            .Know("startsAt", "2090-05-14T07:00:00Z").Know("durationMinutes", 30)
            .Know("mail", $"{Guid.CreateVersion7():N}@example.org").Know("roles", (string[])["expert"]);
        await AddResidencyAsync(park.Api, things, resident);
        await AddMoneyAsync(park.Api, things, resident);
        await AddNetworkAsync(park.Api, things, resident.Company.Id, (await park.Api.VerifiedCompanyAsync()).Id);
        var invitation = await park.Api.CreateAsync(
            "/api/identity/v1/invitations",
            new { mail = $"{Guid.CreateVersion7():N}@example.org", roles = (string[])["expert"] });
        await using var session = park.Api.ListAsync("/api/identity/v1/sessions").GetAsyncEnumerator();
        await session.MoveNextAsync();
        return things.Own("invitations", invitation.Id).Own("sessions", session.Current.GetProperty("id").GetGuid())
            .Own("kept", Guid.CreateVersion7()).Own("people", (await park.Api.GetAsync("/api/identity/v1/me")).Id);
    }

    private static async Task AddResidencyAsync(ParkClient.ParkClient api, OwnedResources things, Resident resident)
    {
        var residency = await api.GetAsync(resident.Residency);
        var application = await api.GetAsync($"/api/incubation/v1/applications/{residency.Text("applicationId")}");
        things.Own("residencies", residency.Id).Own("applications", application.Id)
            .Own("programmes", Guid.Parse(residency.Text("programmeId")), "programmeId")
            .Own("calls", Guid.Parse(application.Text("callId")));
    }

    private static async Task AddMoneyAsync(ParkClient.ParkClient api, OwnedResources things, Resident resident)
    {
        var commitment = await api.GetAsync(resident.Commitment);
        var tranche = await api.CreateAsync(
            $"{commitment.Path}/tranches", new { amount = Money, paidOn = "2025-03-01", evidence = "п/п 1" });
        things.Own("commitments", commitment.Id).Own("tranches", tranche.Id)
            .Own("rounds", Guid.Parse(commitment.Text("roundId")))
            .Own("investors", Guid.Parse(commitment.Text("investorId")), "investorId");
    }

    private static async Task AddNetworkAsync(
        ParkClient.ParkClient api, OwnedResources things, Guid company, Guid guest)
    {
        foreach (var known in new[] { company, guest })
        {
            await Eventually.GetAsync(
                "networking knows the company", () => api.FindAsync($"/api/networking/v1/companies/{known}"));
        }

        await Eventually.GetAsync(
            "clusters know the company", () => api.FindAsync($"/api/clusters/v1/companies/{company}"));
        var initiative = await api.CreateAsync("/api/clusters/v1/initiatives", Initiative);
        await api.ActAsync(await api.ActAsync(initiative, "assess"), "form");
        var membership = await api.CreateAsync(
            $"{initiative.Path}/memberships", new { companyId = company, type = "sme" });
        var offer = await api.CreateAsync(
            "/api/networking/v1/offers",
            new { companyId = company, kind = "technologyOffer", title = "Захват", summary = "Готов", trl = 6 });
        await api.ActAsync(await api.ActAsync(offer, "submitForReview"), "publish");
        var interest = await api.CreateAsync(
            $"{offer.Path}/interests", new { companyId = guest, message = "Хотим обсудить" });
        await api.ActAsync(await api.ActAsync(interest, "forward"), "accept");
        var meeting = await api.CreateAsync(
            $"{interest.Path}/meetings", new { startsAt = "2090-05-14T07:00:00Z", durationMinutes = 30 });
        things.Own("initiatives", initiative.Id).Own("memberships", membership.Id).Own("offers", offer.Id)
            .Own("interests", interest.Id).Own("meetings", meeting.Id);
    }
}
