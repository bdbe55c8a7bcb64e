namespace Technopark.Networking.Tests;

public sealed class MeetingTests(NetworkingFixture networking)
{
    [Fact]
    public async Task Who_agreed_to_talk_meets()
    {
        var (host, guest) = (await networking.CompanyAsync(), await networking.CompanyAsync());
        var meeting = await networking.MeetAsync(
            await networking.TalkAsync(host, guest), NetworkingFixture.Ahead.ToOffset(TimeSpan.FromHours(3)), 20);
        Assert.Equal(
            ("scheduled", host.ToString(), guest.ToString()),
            (meeting.Status, meeting.Text("companyId"), meeting.Text("guestCompanyId")));
        Assert.Equal(
            (NetworkingFixture.Ahead, NetworkingFixture.Ahead.AddMinutes(20)),
            (
                meeting.Body.GetProperty("startsAt").GetDateTimeOffset(),
                meeting.Body.GetProperty("endsAt").GetDateTimeOffset()));
        Assert.Equal(["hold", "cancel"], meeting.Allowed());
        Assert.Equal("Захват для хрупких предметов", meeting.Text("offerName"));
        Assert.Equal(meeting.Body.ToString(), (await networking.NowAsync(meeting)).Body.ToString());
        var said = Assert.Single(await networking.SaidAsync(meeting.Id));
        Assert.Equal(("meetingScheduled", guest), (said.Type, said.Data.GetProperty("guestCompanyId").GetGuid()));
    }

    [Theory]
    [InlineData("durationMinutes", """{"startsAt":"2090-05-14T07:00:00Z","durationMinutes":25}""")]
    [InlineData("durationMinutes", """{"startsAt":"2090-05-14T07:00:00Z"}""")]
    [InlineData("startsAt", """{"startsAt":"2090-05-14T07:00:01Z","durationMinutes":15}""")]
    [InlineData("startsAt", """{"startsAt":"9999-12-31T23:59:00Z","durationMinutes":15}""")]
    [InlineData("startsAt", """{"startsAt":"tomorrow","durationMinutes":15}""")]
    [InlineData("startsAt", """{"durationMinutes":15}""")]
    public async Task Bad_input_is_refused_by_field(string field, string body) =>
        Assert.Equal(
            $"400 {field}",
            await networking.BodyRefusedAsync($"{(await networking.TalkAsync()).Path}/meetings", body));

    [Fact]
    public async Task What_was_held_is_recorded_after_it_began()
    {
        var interest = await networking.TalkAsync();
        var ahead = await networking.MeetAsync(interest);
        Assert.Equal("409 meetingAhead", await networking.ActRefusedAsync(ahead, "hold"));
        var held = await networking.Api.ActAsync(
            await networking.MeetAsync(interest, new DateTimeOffset(2026, 2, 2, 9, 0, 0, TimeSpan.Zero)), "hold");
        Assert.Equal("held", held.Status);
        Assert.Empty(held.Allowed());
    }

    [Fact]
    public async Task A_cancelled_meeting_is_final_and_frees_its_time()
    {
        var interest = await networking.TalkAsync();
        var meeting = await networking.MeetAsync(interest);
        Assert.Equal("409 doubleBooked", await networking.MeetRefusedAsync(interest));
        Assert.Equal("400 reason", await networking.ActRefusedAsync(meeting, "cancel"));
        var cancelled = await networking.Api.ActAsync(meeting.Path, "cancel", new { reason = "командировка" });
        Assert.Equal(("cancelled", "командировка"), (cancelled.Status, cancelled.Text("reason")));
        Assert.Equal(
            "409 invalidTransition", await networking.ActRefusedAsync(meeting, "cancel", new { reason = "ещё раз" }));
        Assert.Equal("scheduled", (await networking.MeetAsync(interest)).Status);
    }

    [Fact]
    public async Task Who_declines_to_talk_on_does_not_meet()
    {
        var interest = await networking.TalkAsync();
        var ahead = await networking.MeetAsync(interest);
        var past = await networking.MeetAsync(interest, new DateTimeOffset(2026, 2, 2, 9, 0, 0, TimeSpan.Zero));
        await networking.Api.ActAsync(interest.Path, "decline", new { reason = "не сошлись" });
        Assert.Equal("cancelled", (await networking.NowAsync(ahead)).Status);
        Assert.Equal("scheduled", (await networking.NowAsync(past)).Status);
        Assert.Equal(
            "409 interestNotAccepted",
            await networking.MeetRefusedAsync(interest, NetworkingFixture.Ahead.AddDays(1)));
    }
}
