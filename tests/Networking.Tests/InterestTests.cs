using Technopark.Contracts.Registry;

namespace Technopark.Networking.Tests;

public sealed class InterestTests(NetworkingFixture networking)
{
    [Fact]
    public async Task An_interest_is_submitted_forwarded_and_accepted()
    {
        var (host, guest) = (await networking.CompanyAsync(), await networking.CompanyAsync());
        var offer = await networking.PublishAsync(host);
        var submitted = await networking.ShowInterestAsync(offer, guest);
        Assert.Equal(
            ("submitted", offer.Id.ToString(), host.ToString()),
            (submitted.Status, submitted.Text("offerId"), submitted.Text("offerCompanyId")));
        Assert.Equal(["forward", "decline"], submitted.Allowed());
        var forwarded = await networking.Api.ActAsync(submitted, "forward");
        Assert.Equal("forwarded", forwarded.Status);
        Assert.Equal("accepted", (await networking.Api.ActAsync(forwarded, "accept")).Status);
        var said = Assert.Single(await networking.SaidAsync(submitted.Id));
        Assert.Equal(("interestAccepted", host), (said.Type, said.CompanyId));
        Assert.Equal(guest, said.Data.GetProperty("interestedCompanyId").GetGuid());
    }

    [Fact]
    public async Task Both_companies_are_called_as_they_are_now_and_an_erased_one_by_no_name()
    {
        var (host, guest) = (await networking.CompanyAsync(), await networking.CompanyAsync());
        var interest = await networking.TalkAsync(host, guest);
        await networking.HearAsync(CompanyEvents.Corrected(host, "Ладога"));
        await networking.HearAsync(new CompanyErased(guest) { Version = 3 });
        var listed = await networking.Api.ListAsync($"{networking.Root}/interests?offerCompanyId={host}").SingleAsync();
        foreach (var shown in new[] { listed, (await networking.NowAsync(interest)).Body })
        {
            Assert.Equal("Ладога", shown.GetProperty("offerCompanyName").GetString());
            Assert.Equal(JsonValueKind.Null, shown.GetProperty("companyName").ValueKind);
            Assert.Equal("Захват для хрупких предметов", shown.GetProperty("offerName").GetString());
        }
    }

    [Fact]
    public async Task Each_side_is_told_what_it_may_do()
    {
        var (host, guest) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var interest = await networking.ShowInterestAsync(
            await networking.PublishAsync(await networking.CompanyAsync(host)), await networking.CompanyAsync(guest));
        await networking.Api.ActAsync(interest.Path, "forward");
        foreach (var (person, steps) in new[] { (host, "accept,decline"), (guest, "decline") })
        {
            var api = new ParkClient.ParkClient(networking.As(Roles.Founder, person));
            Assert.Equal(steps, string.Join(',', (await api.GetAsync(interest.Path)).Allowed()));
            var listed = await api.ListAsync($"{networking.Root}/interests").FirstAsync();
            Assert.Equal(
                steps, string.Join(',', listed.GetProperty("allowed").EnumerateArray().Select(word => $"{word}")));
        }
    }

    [Fact]
    public async Task An_interest_is_declined_with_a_reason()
    {
        var interest = await networking.ShowInterestAsync(
            await networking.PublishAsync(), await networking.CompanyAsync());
        Assert.Equal("400 reason", await networking.ActRefusedAsync(interest, "decline"));
        var declined = await networking.Api.ActAsync(interest.Path, "decline", new { reason = "нет мощностей" });
        Assert.Equal(("declined", "нет мощностей"), (declined.Status, declined.Text("reason")));
        Assert.Empty(declined.Allowed());
        Assert.Equal("409 invalidTransition", await networking.ActRefusedAsync(interest, "forward"));
    }

    [Fact]
    public async Task Interest_is_that_of_another_verified_company()
    {
        var (host, registered) = (await networking.CompanyAsync(), await networking.RegisteredCompanyAsync());
        var offer = await networking.PublishAsync(host);
        foreach (var (company, code) in new[]
        {
            (host, "409 ownOffer"), (registered, "409 companyNotVerified"),
            (Guid.CreateVersion7(), "400 companyUnknown"),
        })
        {
            object interest = new { companyId = company, message = "Обсудим?" };
            Assert.Equal(
                $"{code} companyId", await networking.CreateRefusedAsync($"{offer.Path}/interests", interest));
        }

        object silent = new { companyId = Guid.CreateVersion7(), message = "" };
        Assert.Equal("400 message", await networking.CreateRefusedAsync($"{offer.Path}/interests", silent));
    }

    [Fact]
    public async Task A_company_has_one_open_interest_in_an_offer()
    {
        var (offer, company) = (await networking.PublishAsync(), await networking.CompanyAsync());
        var first = await networking.ShowInterestAsync(offer, company);
        object again = new { companyId = company, message = "Ещё раз" };
        Assert.Equal("409 interestOpen", await networking.CreateRefusedAsync($"{offer.Path}/interests", again));
        await networking.Api.ActAsync(first, "decline", new { reason = "не сейчас" });
        Assert.Equal("submitted", (await networking.ShowInterestAsync(offer, company)).Status);
    }

    [Theory]
    [InlineData("forward", true)]
    [InlineData("decline", false)]
    public async Task The_host_knows_of_an_interest_once_it_is_passed_on(string verb, bool isKnown)
    {
        var person = Guid.CreateVersion7();
        var host = new ParkClient.ParkClient(networking.As(Roles.Founder, person));
        var offer = await networking.PublishAsync(await networking.CompanyAsync(person));
        var interest = await networking.ShowInterestAsync(offer, await networking.CompanyAsync());
        var list = $"{networking.Root}/interests?offerId={offer.Id}";
        Assert.Equal("404 notFound", (await host.RefusedAsync(HttpMethod.Get, interest.Path)).InShort());
        Assert.Empty(await host.ListAsync(list, 10).ToListAsync());
        await networking.Api.ActAsync(interest, verb, verb == "decline" ? new { reason = "спам" } : null);
        Assert.Equal(isKnown ? 1 : 0, (await host.ListAsync(list, 10).ToListAsync()).Count);
        if (isKnown)
        {
            // What it knows of it goes on knowing.
            await host.ActAsync(interest.Path, "decline", new { reason = "нет мощностей" });
            Assert.Equal("declined", (await host.GetAsync(interest.Path)).Status);
        }
    }
}
