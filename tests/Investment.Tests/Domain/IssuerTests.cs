namespace Technopark.Investment.Tests.Domain;

public sealed class IssuerTests
{
    /// <param name="heard">
    /// What the registry said, in the order in which it came: v, r or l and the company's version.
    /// </param>
    [Theory]
    [InlineData("v2", "Open")]
    [InlineData("v2 l3", "Closed")]
    [InlineData("l3 v2", "Closed")]
    [InlineData("l3 v2 l3 v2", "Closed")]
    [InlineData("v5 v4 v6", "Open")]
    [InlineData("v4 l3", "Open")]
    [InlineData("v2 r3", "Closed")]
    [InlineData("r3 v2", "Closed")]
    [InlineData("v2 r3 v4", "Open")]
    [InlineData("v4 r3", "Open")]
    public void The_newest_that_was_said_holds_whatever_the_order(string heard, string status)
    {
        var issuer = Issuer.Of(Guid.CreateVersion7(), Given.Now);
        foreach (var said in heard.Split(' '))
        {
            switch (said[0])
            {
                case 'v':
                    issuer.HearVerified("Луч", said[1] - '0');
                    break;
                case 'r':
                    issuer.HearVerificationRevoked(said[1] - '0');
                    break;
                default:
                    issuer.HearLiquidated(Given.Today, said[1] - '0');
                    break;
            }
        }

        Assert.Equal(status, issuer.Status.ToString());
        var liquidated = status == "Closed" && heard.Contains('l', StringComparison.Ordinal);
        Assert.Equal(liquidated ? Given.Today : null, issuer.ClosedOn);
    }
}
