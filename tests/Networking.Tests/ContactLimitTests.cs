namespace Technopark.Networking.Tests;

/// <summary>One guest does not take all of a host's day, nor all hosts' days.</summary>
public sealed class ContactLimitTests(NetworkingFixture networking)
{
    [Fact]
    public async Task Two_companies_meet_a_few_times_a_day()
    {
        var interest = await networking.TalkAsync();
        var made = new List<Thing>();
        for (var half = 0; half < 4; half++)
        {
            made.Add(await networking.MeetAsync(interest, NetworkingFixture.Ahead.AddMinutes(30 * half)));
        }

        var later = NetworkingFixture.Ahead.AddHours(8);
        Assert.Equal("409 tooManyMeetings", await networking.MeetRefusedAsync(interest, later));
        Assert.Equal("scheduled", (await networking.MeetAsync(interest, later.AddDays(1))).Status);
        await networking.Api.ActAsync(made[0], "cancel", new { reason = "перенос" });
        Assert.Equal("scheduled", (await networking.MeetAsync(interest, later)).Status);
    }

    [Fact]
    public async Task A_guest_meets_a_few_hosts_a_day_and_parallel_requests_too()
    {
        var (guest, interests) = (await networking.CompanyAsync(), new List<Thing>());
        for (var host = 0; host < 7; host++)
        {
            interests.Add(await networking.TalkAsync(await networking.CompanyAsync(), guest));
        }

        var outcomes = await Task.WhenAll(interests.Select((interest, number) => NetworkingFixture.OutcomeAsync(
            () => networking.MeetAsync(interest, NetworkingFixture.Ahead.AddHours(number)))));
        Assert.Equal(6, outcomes.Count(outcome => outcome == "scheduled"));
        Assert.Single(outcomes, "409 tooManyMeetings");
        var offer = (await networking.PublishAsync()).Path;
        Assert.Equal("A company shows interest at most 7 times a day.", await OneTooManyAsync(offer, guest, "en"));
        Assert.Equal("Откликов компании в день не больше 7.", await OneTooManyAsync(offer, guest, "ru"));
    }

    private async Task<string?> OneTooManyAsync(string offer, Guid guest, string language)
    {
        var refused = await networking.Api.RefusedAsync(
            HttpMethod.Post, $"{offer}/interests", new { companyId = guest, message = "Обсудим?" },
            new Dictionary<string, string>
            {
                ["Idempotency-Key"] = Guid.CreateVersion7().ToString(),
                ["Accept-Language"] = language,
            });
        Assert.Equal("409 tooManyInterests", refused.InShort());
        return refused.Problem.GetProperty("detail").GetString();
    }

    [Fact]
    public async Task A_company_has_a_few_open_interests_in_offers_of_another()
    {
        var (host, guest) = (await networking.CompanyAsync(), await networking.CompanyAsync());
        var shown = new List<Thing>();
        for (var offer = 0; offer < 5; offer++)
        {
            shown.Add(await networking.ShowInterestAsync(await networking.PublishAsync(host), guest));
        }

        var next = await networking.PublishAsync(host);
        Assert.Equal("409 tooManyInterests", await networking.CreateRefusedAsync(
            $"{next.Path}/interests", new { companyId = guest, message = "Обсудим?" }));
        await networking.Api.ActAsync(shown[0].Path, "decline", new { reason = "не сейчас" });
        Assert.Equal("submitted", (await networking.ShowInterestAsync(next, guest)).Status);
    }
}
