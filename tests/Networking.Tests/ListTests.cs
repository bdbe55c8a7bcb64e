using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace Technopark.Networking.Tests;

public sealed class ListTests(NetworkingFixture networking)
{
    [Fact]
    public async Task The_directory_has_verified_companies_by_name()
    {
        var (beta, alpha, gone) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await networking.HearAsync(CompanyEvents.Verified(beta, "Бета", region: "49"));
        await networking.HearAsync(CompanyEvents.Verified(alpha, "Альфа", region: "49"));
        await networking.HearAsync(CompanyEvents.Verified(gone, "Гамма", region: "49"));
        await networking.HearAsync(CompanyEvents.Liquidated(gone));
        await networking.RegisteredCompanyAsync();
        var directory = $"{networking.Root}/companies?region=49";
        Assert.Equal([alpha, beta], await networking.IdsAsync(directory, limit: 1));
    }

    [Fact]
    public async Task Offers_are_listed_by_company_kind_and_state()
    {
        var company = await networking.CompanyAsync();
        var (draft, published) = (await networking.DraftAsync(company), await networking.PublishAsync(company));
        var list = $"{networking.Offers}?companyId={company}";
        Assert.Equal([published.Id, draft.Id], await networking.IdsAsync(list, limit: 1));
        Assert.Equal([published.Id], await networking.IdsAsync($"{list}&status=published&kind=technologyOffer"));
        Assert.Empty(await networking.IdsAsync($"{list}&kind=researchRequest"));
    }

    [Fact]
    public async Task Interests_are_listed_by_offer_and_by_either_company()
    {
        var (host, guest) = (await networking.CompanyAsync(), await networking.CompanyAsync());
        var interest = await networking.TalkAsync(host, guest);
        foreach (var filter in new[]
        {
            $"offerId={interest.Text("offerId")}", $"companyId={guest}&status=accepted", $"offerCompanyId={host}",
        })
        {
            Assert.Equal([interest.Id], await networking.IdsAsync($"{networking.Root}/interests?{filter}"));
        }

        Assert.Empty(await networking.IdsAsync($"{networking.Root}/interests?companyId={host}"));
    }

    [Fact]
    public async Task Meetings_are_listed_in_order_of_time_for_either_company()
    {
        var (host, guest) = (await networking.CompanyAsync(), await networking.CompanyAsync());
        var interest = await networking.TalkAsync(host, guest);
        var later = await networking.MeetAsync(interest, NetworkingFixture.Ahead.AddDays(1));
        var sooner = await networking.MeetAsync(interest);
        foreach (var filter
            in new[] { $"companyId={host}", $"companyId={guest}&status=scheduled", $"interestId={interest.Id}" })
        {
            Assert.Equal(
                [sooner.Id, later.Id], await networking.IdsAsync($"{networking.Root}/meetings?{filter}", limit: 1));
        }
    }

    [Theory]
    [InlineData("companies", "\"\\u0000\"", HttpStatusCode.BadRequest)]
    [InlineData("companies", "7", HttpStatusCode.BadRequest)]
    [InlineData("companies", "null", HttpStatusCode.BadRequest)]
    [InlineData("offers", "\"2026-01-01T00:00:00+03:00\"", HttpStatusCode.OK)]
    [InlineData("offers", "\"9999-99-99\"", HttpStatusCode.BadRequest)]
    public async Task A_cursor_that_somebody_made_up_is_no_surprise(string list, string key, HttpStatusCode expected)
    {
        await networking.PublishAsync();
        await networking.PublishAsync();
        var path = $"{networking.Root}/{list}?limit=1";
        var real = (await networking.Api.GetAsync(path)).Text("next");
        var made = JsonNode.Parse(Base64Url.DecodeFromChars(real))!;
        made["Key"] = key;
        using var answer = await networking.Http.GetAsync(
            $"{path}&cursor={Base64Url.EncodeToString(Encoding.UTF8.GetBytes(made.ToJsonString()))}");
        Assert.Equal(expected, answer.StatusCode);
    }
}
