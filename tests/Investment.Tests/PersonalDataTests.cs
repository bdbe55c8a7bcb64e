using Technopark.Contracts.Identity;

namespace Technopark.Investment.Tests;

public sealed class PersonalDataTests(InvestmentFixture investment)
{
    [Theory]
    [InlineData("angel", null)]
    [InlineData("fund", "Нева")]
    public async Task Of_an_erased_investor_only_a_name_of_their_own_goes(string kind, string? left)
    {
        var person = Guid.CreateVersion7();
        using var http = investment.As(Roles.Investor, person);
        var investor = await new ParkClient.ParkClient(http).CreateAsync(
            $"{investment.Root}/investors", new { name = "Нева", kind });

        await investment.HearAsync(new PersonErased(person) { Version = 1 }, person);

        Assert.Equal(left, (await investment.NowAsync(investor)).Body.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Of_an_erased_investor_no_commitment_tells_the_name_and_no_repeated_answer()
    {
        var person = Guid.CreateVersion7();
        using var http = investment.As(Roles.Investor, person);
        var investor = await new ParkClient.ParkClient(http).CreateAsync(
            $"{investment.Root}/investors", new { name = "Нева", kind = "angel" });
        var commitment = await investment.Api.CreateAsync(
            $"{(await investment.OpenRoundAsync()).Path}/commitments",
            new { investorId = investor.Id, amount = InvestmentFixture.Money("1") });
        Assert.Equal("Нева", commitment.Text("investorName"));

        await investment.HearAsync(new PersonErased(person) { Version = 1 }, person);

        Assert.Equal(
            JsonValueKind.Null,
            (await investment.NowAsync(commitment)).Body.GetProperty("investorName").ValueKind);
        Assert.Equal(0, await investment.ScalarAsync<long>(
            "select count(*) from idempotency where response like '%' || $1 || '%'", investor.Id.ToString()));
    }
}
