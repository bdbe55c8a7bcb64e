namespace Technopark.Networking.Tests.Domain;

public sealed class InterestTests
{
    private static readonly StateTable<Interest> States =
        new(interest => interest.Status, interest => interest.Allowed, () => Given.Interested(0))
        {
            Actions =
            {
                ["forward"] = interest => interest.Forward(Given.Now),
                ["accept"] = interest => interest.Accept(Given.Now),
                ["decline"] = interest => interest.Decline("нет мощностей"),
            },
            Transitions = """
                submitted: forward → forwarded, decline → declined
                forwarded: accept → accepted, decline → declined
                accepted: decline → declined
                """,
        };

    [Fact]
    public void Every_action_in_every_state() => Assert.Empty(States.Violations());

    [Theory]
    [InlineData(0, false, "409 offerNotPublished")]
    [InlineData(1, false, "409 offerNotPublished")]
    [InlineData(2, false, "")]
    [InlineData(2, true, "409 offerNotPublished")]
    public void Interest_is_shown_in_what_is_published(int steps, bool archived, string refusal)
    {
        var offer = Given.Offered(steps);
        if (archived)
        {
            offer.Archive("ошибка");
        }

        Assert.Equal(refusal, Refused.By(() => Interest.In(offer, Given.Known(), "Обсудим?", Given.Now)));
    }

    [Fact]
    public void Interest_is_that_of_another_verified_company()
    {
        var host = Given.Known();
        var offer = Given.Offered(company: host);
        Assert.Equal("409 ownOffer", Refused.By(() => Interest.In(offer, host, "Обсудим?", Given.Now)));
        Assert.Equal(
            "409 companyNotVerified",
            Refused.By(() => Interest.In(offer, Given.Known("Registered"), "Обсудим?", Given.Now)));
        Assert.Equal(
            "409 companyNotVerified",
            Refused.By(() => Interest.In(offer, Given.Known("Liquidated"), "Обсудим?", Given.Now)));
    }
}
