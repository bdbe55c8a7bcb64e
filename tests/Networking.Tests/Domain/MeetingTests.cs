namespace Technopark.Networking.Tests.Domain;

public sealed class MeetingTests
{
    private static readonly StateTable<Meeting> States = new(
        meeting => meeting.Status, meeting => meeting.Allowed, Given.Scheduled)
    {
        Actions =
        {
            ["hold"] = meeting => meeting.Hold(Given.Now.AddHours(1)),
            ["cancel"] = meeting => meeting.Cancel("командировка"),
        },
        Transitions = "scheduled: hold → held, cancel → cancelled",
    };

    [Fact]
    public void Every_action_in_every_state() => Assert.Empty(States.Violations());

    [Theory]
    [InlineData(0, false, "409 interestNotAccepted")]
    [InlineData(1, false, "409 interestNotAccepted")]
    [InlineData(2, false, "")]
    [InlineData(2, true, "409 interestNotAccepted")]
    public void Who_has_not_agreed_does_not_meet(int steps, bool declined, string refusal)
    {
        var interest = Given.Interested(steps);
        if (declined)
        {
            interest.Decline("не сошлись");
        }

        Assert.Equal(
            refusal, Refused.By(() => Meeting.Schedule(interest, Given.Now, TimeSpan.FromMinutes(15), Given.Now)));
    }

    [Theory]
    [InlineData(-1, true, "409 meetingAhead")]
    [InlineData(0, false, "")]
    public void It_was_held_once_it_has_begun(int ticks, bool ahead, string refusal)
    {
        var (meeting, now) = (Given.Scheduled(), Given.Now.AddHours(1).AddTicks(ticks));
        Assert.Equal(ahead, meeting.IsAhead(now));
        Assert.Equal(refusal, Refused.By(() => meeting.Hold(now)));
    }

    [Fact]
    public void It_takes_the_time_of_both_companies_until_it_is_cancelled()
    {
        var meeting = Given.Scheduled();
        Assert.Equal(
            [meeting.CompanyId, meeting.GuestCompanyId], meeting.Bookings.Select(booking => booking.CompanyId));
        Assert.All(
            meeting.Bookings, booking => Assert.Equal(TimeSpan.FromMinutes(30), booking.EndsAt - booking.StartsAt));
        meeting.Cancel("командировка");
        Assert.Empty(meeting.Bookings);
    }
}
