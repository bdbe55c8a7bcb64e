namespace Technopark.Networking.Tests;

/// <summary>Meetings are called off one by one while their interest is declined with all of them.</summary>
public sealed class MetChangesTests(NetworkingFixture networking)
{
    private const int Interests = 4;

    [Fact]
    public async Task Whoever_comes_first_each_is_answered_and_no_booking_is_left()
    {
        for (var i = 0; i < Interests; i++)
        {
            var interest = await networking.TalkAsync();
            var meetings = new List<Thing>();
            for (var day = 0; day < 15; day++)
            {
                meetings.Add(await networking.MeetAsync(interest, NetworkingFixture.Ahead.AddDays(day)));
            }

            var outcomes = await Task.WhenAll(
            [
                .. meetings.Select(one => NetworkingFixture.OutcomeAsync(
                    () => networking.Api.ActAsync(one, "cancel", new { reason = "командировка" }))),
                NetworkingFixture.OutcomeAsync(
                    () => networking.Api.ActAsync(interest.Path, "decline", new { reason = "не сошлись" })),
            ]);
            Assert.All(outcomes, outcome => Assert.Matches("^(cancelled|declined|409 .*|412 .*)$", outcome));
            Assert.Equal(0, await networking.ScalarAsync<long>(
                "select count(*) from bookings b join meetings m on m.id = b.meeting_id where m.interest_id = $1",
                interest.Id));
        }
    }
}
