namespace Technopark.Networking.Tests;

public sealed class OfferTests(NetworkingFixture networking)
{
    [Theory]
    [InlineData("technologyOffer")]
    [InlineData("technologyRequest")]
    [InlineData("businessOffer")]
    [InlineData("businessRequest")]
    [InlineData("researchRequest")]
    public async Task An_offer_of_each_kind_is_drafted_reviewed_and_published(string kind)
    {
        var company = await networking.CompanyAsync();
        var draft = await networking.Api.CreateAsync(networking.Offers, NetworkingFixture.Offer(company, kind));
        Assert.Equal(
            ("draft", kind, $"{networking.Offers}/{draft.Id}"), (draft.Status, draft.Text("kind"), draft.Path));
        Assert.Equal(["submitForReview", "archive"], draft.Allowed());
        var reviewed = await networking.Api.ActAsync(draft, "submitForReview");
        Assert.Equal("internalReview", reviewed.Status);
        var published = await networking.Api.ActAsync(reviewed, "publish");
        Assert.Equal("published", published.Status);
        Assert.Equal(["archive", "interests"], published.Allowed());
        var said = Assert.Single(await networking.SaidAsync(draft.Id));
        Assert.Equal(
            ("offerPublished", company, kind), (said.Type, said.CompanyId, said.Data.GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData("kind", """{"companyId":"ID","kind":"gift","title":"A","summary":"B"}""")]
    [InlineData("kind", """{"companyId":"ID","title":"A","summary":"B"}""")]
    [InlineData("companyId", """{"kind":"technologyOffer","title":"A","summary":"B"}""")]
    [InlineData("title", """{"companyId":"ID","kind":"technologyOffer","title":"","summary":"B"}""")]
    [InlineData("summary", """{"companyId":"ID","kind":"technologyOffer","title":"A"}""")]
    [InlineData("trl", """{"companyId":"ID","kind":"technologyOffer","title":"A","summary":"B","trl":0}""")]
    [InlineData("trl", """{"companyId":"ID","kind":"technologyOffer","title":"A","summary":"B","trl":10}""")]
    public async Task Bad_input_is_refused_by_field(string field, string body)
    {
        var offer = body.Replace("ID", $"{await networking.CompanyAsync()}", StringComparison.Ordinal);
        Assert.Equal($"400 {field}", await networking.BodyRefusedAsync(networking.Offers, offer));
    }

    [Fact]
    public async Task Only_a_verified_company_offers()
    {
        var registered = await networking.RegisteredCompanyAsync();
        foreach (var (company, code)
            in new[] { (registered, "409 companyNotVerified"), (Guid.CreateVersion7(), "400 companyUnknown") })
        {
            Assert.Equal(
                $"{code} companyId",
                await networking.CreateRefusedAsync(networking.Offers, NetworkingFixture.Offer(company)));
        }
    }

    [Fact]
    public async Task What_is_not_reviewed_is_not_published()
    {
        var refused = await networking.Api.ActRefusedAsync((await networking.DraftAsync()).Path, "publish");
        Assert.Equal((HttpStatusCode.Conflict, "invalidTransition"), (refused.Status, refused.Code));
        Assert.Contains("draft", refused.Problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archived_offer_declines_who_waits_and_leaves_who_talks()
    {
        var offer = await networking.PublishAsync();
        var waits = await networking.ShowInterestAsync(offer, await networking.CompanyAsync());
        var talks = await networking.ShowInterestAsync(offer, await networking.CompanyAsync());
        await networking.Api.ActAsync(await networking.Api.ActAsync(talks, "forward"), "accept");
        Assert.Equal("400 reason", await networking.ActRefusedAsync(offer, "archive"));
        var archived = await networking.Api.ActAsync(offer.Path, "archive", new { reason = "лицензия продана" });
        Assert.Equal(("archived", "лицензия продана"), (archived.Status, archived.Text("reason")));
        Assert.Empty(archived.Allowed());
        var declined = await networking.NowAsync(waits);
        Assert.Equal(
            ("declined", "the offer was archived: лицензия продана"), (declined.Status, declined.Text("reason")));
        Assert.Equal("accepted", (await networking.NowAsync(talks)).Status);
    }

    [Fact]
    public async Task A_new_name_of_its_company_is_shown_and_its_own_state_is_what_it_was()
    {
        var company = await networking.CompanyAsync();
        var offer = await networking.DraftAsync(company);
        await networking.HearAsync(CompanyEvents.Corrected(company, "Ладога"));
        using var again = new HttpRequestMessage(HttpMethod.Get, offer.Path);
        again.Headers.TryAddWithoutValidation("If-None-Match", offer.ETag);
        using var answer = await networking.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var shown = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Ладога", shown.GetProperty("companyName").GetString());
        Assert.Equal("internalReview", (await networking.Api.ActAsync(offer, "submitForReview")).Status);
    }
}
