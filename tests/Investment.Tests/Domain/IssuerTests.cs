namespace Technopark.Investment.Tests.Domain;

public sealed class IssuerTests
{
    /// <param name="heard">
    /// What the registry said, in the order in which it came: v or l and the company's version.
    /// </param>
    [Theory]
    [InlineData("v2", "Open", "v2")]
    [InlineData("v2 l3", "Closed", "v2")]
    [InlineData("l3 v2", "Closed", "v2")]
    [InlineData("l3 v2 l3 v2", "Closed", "v2")]
    [InlineData("v5 v4 v6", "Open", "v6")]
    [InlineData("v5 v4", "Open", "v5")]
    [InlineData("v4 l3", "Open", "v4")]
    public void The_newest_that_was_said_holds_whatever_the_order(string heard, string status, string name)
    {
        var issuer = Issuer.Of(Guid.CreateVersion7(), Given.Now);
        foreach (var said in heard.Split(' '))
        {
            if (said[0] == 'v')
            {
                issuer.HearVerified(said, said[1] - '0');
            }
            else
            {
                issuer.HearLiquidated(Given.Today, said[1] - '0');
            }
        }

        Assert.Equal((status, name), (issuer.Status.ToString(), issuer.Name));
        Assert.Equal(status == "Closed" ? Given.Today : null, issuer.ClosedOn);
    }
}
