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
        Assert.Equal(["archive"], published.Allowed());
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
    [InlineData("surprise", """{"companyId":"ID","kind":"technologyOffer","title":"A","summary":"B","surprise":1}""")]
    public async Task Bad_input_is_refused_by_field(string field, string body) => await networking.RefusedByFieldAsync(
        networking.Offers, field, body.Replace("ID", $"{await networking.CompanyAsync()}", StringComparison.Ordinal));

    [Fact]
    public async Task Only_a_verified_company_offers()
    {
        var registered = Guid.CreateVersion7();
        await networking.HearAsync(NetworkingFixture.Registered(registered));
        foreach (var (company, code)
            in new[] { (registered, "companyNotVerified"), (Guid.CreateVersion7(), "companyUnknown") })
        {
            var refused = await networking.Api.CreateRefusedAsync(networking.Offers, NetworkingFixture.Offer(company));
            Assert.Equal((HttpStatusCode.Conflict, code), (refused.Status, refused.Code));
            Assert.Contains("companyId", refused.Errors.Keys);
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
        var unexplained = await networking.Api.ActRefusedAsync(offer.Path, "archive");
        Assert.Contains("reason", unexplained.Errors.Keys);
        var archived = await networking.Api.ActAsync(offer.Path, "archive", new { reason = "лицензия продана" });
        Assert.Equal(("archived", "лицензия продана"), (archived.Status, archived.Text("reason")));
        Assert.Empty(archived.Allowed());
        var declined = await networking.NowAsync(waits);
        Assert.Equal(
            ("declined", "the offer was archived: лицензия продана"), (declined.Status, declined.Text("reason")));
        Assert.Equal("accepted", (await networking.NowAsync(talks)).Status);
    }

    [Fact]
    public async Task A_change_needs_the_state_it_starts_from()
    {
        var offer = await networking.DraftAsync();
        var missing = await networking.Api.RefusedAsync(HttpMethod.Post, $"{offer.Path}/submitForReview", new { });
        Assert.Equal(HttpStatusCode.PreconditionRequired, missing.Status);
        await networking.Api.ActAsync(offer, "submitForReview");
        var stale = await Assert.ThrowsAsync<RefusedException>(() => networking.Api.ActAsync(offer, "submitForReview"));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "stale"), (stale.Refusal.Status, stale.Refusal.Code));
    }

    [Fact]
    public async Task The_same_key_and_body_make_one_offer()
    {
        var (key, body) = (Guid.CreateVersion7().ToString(), NetworkingFixture.Offer(await networking.CompanyAsync()));
        var made = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => networking.Api.CreateAsync(networking.Offers, body, key)));
        Assert.Single(made.Select(offer => offer.Body.ToString()).Distinct());
    }
}
