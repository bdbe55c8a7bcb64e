namespace Technopark.Networking.Tests;

/// <summary>What becomes of offers, interests and meetings when a company is liquidated.</summary>
public sealed class CompanyEventTests(NetworkingFixture networking)
{
    [Fact]
    public async Task What_waits_for_review_is_not_published_once_the_verification_is_revoked()
    {
        var company = await networking.CompanyAsync();
        var reviewed = await networking.Api.ActAsync(await networking.DraftAsync(company), "submitForReview");
        await networking.HearAsync(CompanyEvents.Revoked(company));
        Assert.Equal("409 companyNotVerified companyId", await networking.ActRefusedAsync(reviewed, "publish"));
    }

    [Fact]
    public async Task A_liquidated_company_offers_nothing_talks_to_nobody_and_meets_nobody()
    {
        var (gone, other) = (await networking.CompanyAsync(), await networking.CompanyAsync());
        var (draft, offer) = (await networking.DraftAsync(gone), await networking.PublishAsync(gone));
        var waits = await networking.ShowInterestAsync(offer, other);
        var (asHost, asGuest) = (await networking.TalkAsync(gone, other), await networking.TalkAsync(other, gone));
        var past = await networking.MeetAsync(asHost, new DateTimeOffset(2026, 2, 2, 9, 0, 0, TimeSpan.Zero));
        var (one, two) = (
            await networking.MeetAsync(asHost),
            await networking.MeetAsync(asGuest, NetworkingFixture.Ahead.AddHours(1)));
        var others = await networking.MeetAsync(
            await networking.TalkAsync(other, await networking.CompanyAsync()), NetworkingFixture.Ahead.AddHours(2));

        await networking.HearAsync(CompanyEvents.Liquidated(gone), times: 3);
        await networking.HearAsync(CompanyEvents.Liquidated(gone));

        foreach (var (thing, status) in new[]
        {
            (draft, "archived"), (offer, "archived"), (waits, "declined"), (asHost, "declined"), (asGuest, "declined"),
            (one, "cancelled"), (two, "cancelled"),
        })
        {
            var ended = await networking.NowAsync(thing);
            Assert.Equal((status, "liquidation: решение участников"), (ended.Status, ended.Text("reason")));
        }

        Assert.Equal("scheduled", (await networking.NowAsync(past)).Status);
        Assert.Equal("scheduled", (await networking.NowAsync(others)).Status);
        Assert.Equal(
            "published", (await networking.Api.GetAsync($"{networking.Offers}/{asGuest.Text("offerId")}")).Status);
        Assert.Equal(
            1, await networking.ScalarAsync<long>("select count(*) from bookings where company_id = $1", gone));
    }

    [Fact]
    public async Task Companies_that_talk_to_each_other_and_end_together_both_end()
    {
        var (one, two) = (await networking.CompanyAsync(), await networking.CompanyAsync());
        var interest = await networking.TalkAsync(one, two);
        var meeting = await networking.MeetAsync(interest);
        await Task.WhenAll(
            networking.HearAsync(CompanyEvents.Liquidated(one)),
            networking.HearAsync(CompanyEvents.Liquidated(two)));
        Assert.Equal("declined", (await networking.NowAsync(interest)).Status);
        Assert.Equal("cancelled", (await networking.NowAsync(meeting)).Status);
    }

    [Fact]
    public async Task A_liquidated_company_does_not_offer_even_where_its_verification_comes_later()
    {
        var company = Guid.CreateVersion7();
        await networking.HearAsync(CompanyEvents.Liquidated(company));
        await networking.HearAsync(CompanyEvents.Verified(company));
        Assert.Equal(
            "409 companyNotVerified companyId",
            await networking.CreateRefusedAsync(networking.Offers, NetworkingFixture.Offer(company)));
    }
}
