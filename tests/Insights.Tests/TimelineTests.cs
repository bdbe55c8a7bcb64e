using System.Runtime.CompilerServices;
using Technopark.Contracts;
using Technopark.Contracts.Networking;
using Technopark.Contracts.Registry;
using Technopark.Insights.Features.Timeline;

namespace Technopark.Insights.Tests;

public sealed class TimelineTests(InsightsFixture insights)
{
    [Fact]
    public async Task Tells_a_company_s_story_latest_first_each_step_once()
    {
        var (company, start) = (
            Guid.CreateVersion7(), new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.Zero).AddMicroseconds(123_456));
        IntegrationEvent[] said =
        [
            new CompanyRegistered(company, "Невская робототехника", CompanyKind.Ooo, null, null, null) { Version = 1 },
            new CompanyVerified(
                company, "Невская робототехника", CompanyKind.Ooo, null, null, null, null) { Version = 2 },
            new CompanyLiquidated(company, "решение участников", new DateOnly(2026, 4, 1)) { Version = 3 },
        ];
        for (var i = said.Length - 1; i >= 0; i--)
        {
            await insights.HearAsync(said[i], times: 2, time: start.AddSeconds(i));
        }

        var told = await TimelineAsync(company);
        Assert.Equal(
            ["companyLiquidated", "companyVerified", "companyRegistered"],
            told.Select(entry => entry.GetProperty("type").GetString()));
        var first = told[^1];
        Assert.Equal("2026-04-01T09:00:00.123456+00:00", first.GetProperty("recordedAt").GetString());
        Assert.Equal(
            ("registry", "0af7651916cd43dd8448eb211c80319c"),
            (first.GetProperty("service").GetString(), first.GetProperty("traceId").GetString()));
        Assert.Equal(
            "В реестр внесена компания «Невская робототехника»",
            first.GetProperty("summary").GetProperty("ru").GetString());
        Assert.Equal("Невская робототехника", first.GetProperty("data").GetProperty("name").GetString());
        var summary = await insights.Api.GetAsync($"{insights.Root}/companies/{company}");
        Assert.Equal(("Невская робототехника", "liquidated"), (summary.Text("name"), summary.Status));
    }

    [Fact]
    public async Task An_event_between_two_companies_stands_in_both_timelines()
    {
        var (host, guest) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var meeting = await insights.HearAsync(new MeetingScheduled(
            Guid.CreateVersion7(), Guid.CreateVersion7(), host, guest, DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddMinutes(30)));
        var interest = await insights.HearAsync(
            new InterestAccepted(Guid.CreateVersion7(), Guid.CreateVersion7(), guest, host));
        foreach (var company in new[] { host, guest })
        {
            Assert.Equal(
                [interest, meeting],
                (await TimelineAsync(company)).Select(entry => entry.GetProperty("eventId").GetGuid()));
        }
    }

    [Fact]
    public async Task Timeline_and_summary_agree_on_which_companies_are_known()
    {
        var (unknown, mentioned) = ($"{insights.Root}/companies/{Guid.CreateVersion7()}", Guid.CreateVersion7());
        Assert.Equal("404 notFound", await insights.GetRefusedAsync(unknown));
        Assert.Equal("404 notFound", await insights.GetRefusedAsync($"{unknown}/timeline"));
        await insights.HearAsync(
            new InterestAccepted(Guid.CreateVersion7(), Guid.CreateVersion7(), mentioned, Guid.CreateVersion7()));
        Assert.Single(await TimelineAsync(mentioned));
        Assert.Equal("registered", (await insights.Api.GetAsync($"{insights.Root}/companies/{mentioned}")).Status);
    }

    public static TheoryData<string> Types => [.. EventTypes.All.Select(EventTypes.NameOf).Order()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_event_has_words_of_its_own(string type)
    {
        var summary = Summaries.Of((IntegrationEvent)RuntimeHelpers.GetUninitializedObject(EventTypes.Find(type)!));
        Assert.Contains(summary.Ru, letter => letter is >= 'а' and <= 'я');
        Assert.Contains(' ', summary.En);
    }

    private async Task<List<JsonElement>> TimelineAsync(Guid company) =>
        await insights.Api.ListAsync($"{insights.Root}/companies/{company}/timeline", limit: 2).ToListAsync();
}
