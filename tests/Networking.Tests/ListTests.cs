using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace Technopark.Networking.Tests;

public sealed class ListTests(NetworkingFixture networking)
{
    [Fact]
    public async Task The_directory_has_verified_companies_by_name()
    {
        var (beta, alpha, gone, registered) = (
            Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await networking.HearAsync(NetworkingFixture.Verified(beta, "Бета", region: "49"));
        await networking.HearAsync(NetworkingFixture.Verified(alpha, "Альфа", region: "49"));
        await networking.HearAsync(NetworkingFixture.Verified(gone, "Гамма", region: "49"));
        await networking.HearAsync(NetworkingFixture.Liquidated(gone));
        await networking.HearAsync(NetworkingFixture.Registered(registered));
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

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var id = Guid.CreateVersion7();
        foreach (var path in new[] { $"offers/{id}", $"interests/{id}", $"meetings/{id}", $"companies/{id}" })
        {
            var refused = await networking.Api.RefusedAsync(HttpMethod.Get, $"{networking.Root}/{path}");
            Assert.Equal((HttpStatusCode.NotFound, "notFound"), (refused.Status, refused.Code));
        }

        var interest = await networking.Api.CreateRefusedAsync(
            $"{networking.Offers}/{id}/interests", new { companyId = id, message = "Обсудим?" });
        var meeting = await networking.Api.CreateRefusedAsync(
            $"{networking.Root}/interests/{id}/meetings",
            new { startsAt = NetworkingFixture.Ahead, durationMinutes = 15 });
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (interest.Status, meeting.Status));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("cursor=bm9uc2Vuc2U", "cursor")]
    public async Task A_bad_page_is_refused_by_field(string query, string field)
    {
        var refused = await networking.Api.RefusedAsync(HttpMethod.Get, $"{networking.Root}/meetings?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(field, refused.Errors.Keys);
    }
}
