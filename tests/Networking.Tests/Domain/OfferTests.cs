namespace Technopark.Networking.Tests.Domain;

public sealed class OfferTests
{
    private static readonly StateTable<Offer> States = new(
        offer => offer.Status, offer => offer.Allowed, () => Given.Offered(0))
    {
        Actions =
        {
            ["submitForReview"] = offer => offer.SubmitForReview(),
            ["publish"] = offer => offer.Publish(Given.Known(), Given.Now),
            ["archive"] = offer => offer.Archive("лицензия продана"),
        },
        Transitions = """
            draft: submitForReview → internalReview, archive → archived
            internalReview: publish → published, archive → archived
            published: archive → archived
            """,
    };

    [Fact]
    public void Every_action_in_every_state() => Assert.Empty(States.Violations());

    [Theory]
    [InlineData("Verified", "")]
    [InlineData("Registered", "409 companyNotVerified")]
    [InlineData("Liquidated", "409 companyNotVerified")]
    public void Only_a_verified_company_offers(string company, string refusal) =>
        Assert.Equal(refusal, Refused.By(() => Given.Offered(company: Given.Known(company))));
}
