using Npgsql;

namespace Technopark.Networking.Tests;

public sealed class DoubleBookingTests(NetworkingFixture networking)
{
    [Theory]
    [InlineData(0, 30)]
    [InlineData(15, 30)]
    [InlineData(-10, 15)]
    [InlineData(5, 15)]
    public async Task Times_that_overlap_are_refused_for_either_party(int after, int minutes)
    {
        var (host, guest) = (await networking.CompanyAsync(), await networking.CompanyAsync());
        await networking.MeetAsync(await networking.TalkAsync(host, guest));
        var others = new[]
        {
            await networking.TalkAsync(host, await networking.CompanyAsync()),
            await networking.TalkAsync(await networking.CompanyAsync(), host),
            await networking.TalkAsync(guest, await networking.CompanyAsync()),
            await networking.TalkAsync(await networking.CompanyAsync(), guest),
        };
        foreach (var other in others)
        {
            var startsAt = NetworkingFixture.Ahead.AddMinutes(after);
            Assert.Equal("409 doubleBooked", await networking.MeetRefusedAsync(other, startsAt, minutes));
        }
    }

    [Fact]
    public async Task One_meeting_may_follow_another_at_once_and_others_meet_at_the_same_time()
    {
        var interest = await networking.TalkAsync();
        await networking.MeetAsync(interest);
        Assert.Equal(
            "scheduled", (await networking.MeetAsync(interest, NetworkingFixture.Ahead.AddMinutes(30), 15)).Status);
        Assert.Equal(
            "scheduled", (await networking.MeetAsync(interest, NetworkingFixture.Ahead.AddMinutes(-15), 15)).Status);
        Assert.Equal("scheduled", (await networking.MeetAsync(await networking.TalkAsync())).Status);
    }

    [Fact]
    public async Task Of_parallel_requests_for_one_time_exactly_one_wins()
    {
        var (busy, interests) = (await networking.CompanyAsync(), new List<Thing>());
        for (var other = 0; other < 4; other++)
        {
            interests.Add(await networking.TalkAsync(busy, await networking.CompanyAsync()));
            interests.Add(await networking.TalkAsync(await networking.CompanyAsync(), busy));
        }

        var outcomes = await Task.WhenAll(interests.Select((interest, number) =>
            NetworkingFixture.OutcomeAsync(
                () => networking.MeetAsync(interest, NetworkingFixture.Ahead.AddMinutes(number)))));
        Assert.Single(outcomes, "scheduled");
        Assert.Equal(interests.Count - 1, outcomes.Count(outcome => outcome == "409 doubleBooked"));
        Assert.Equal(
            1, await networking.ScalarAsync<long>("select count(*) from bookings where company_id = $1", busy));
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free_and_a_repeated_one_books_once()
    {
        var interest = await networking.TalkAsync();
        var (key, body) = (
            Guid.CreateVersion7().ToString(), new { startsAt = NetworkingFixture.Ahead, durationMinutes = 30 });
        var first = await networking.MeetAsync(interest);
        Assert.Equal("409 doubleBooked", await networking.CreateRefusedAsync($"{interest.Path}/meetings", body, key));
        await networking.Api.ActAsync(first, "cancel", new { reason = "перенос" });
        var made = await networking.Api.CreateAsync($"{interest.Path}/meetings", body, key);
        var again = await networking.Api.CreateAsync($"{interest.Path}/meetings", body, key);
        Assert.Equal(made.Body.ToString(), again.Body.ToString());
    }

    [Fact]
    public async Task The_database_itself_refuses()
    {
        var meeting = await networking.MeetAsync(await networking.TalkAsync());
        var other = await networking.MeetAsync(await networking.TalkAsync(), NetworkingFixture.Ahead.AddDays(1));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => networking.ScalarAsync<Guid>(
            """
            insert into bookings (meeting_id, company_id, starts_at, ends_at)
            select $1, company_id, starts_at, ends_at from bookings where meeting_id = $2 returning company_id
            """,
            other.Id, meeting.Id));
        Assert.Equal(
            (PostgresErrorCodes.ExclusionViolation, "ex_bookings_company_during"),
            (refused.SqlState, refused.ConstraintName));
    }
}
