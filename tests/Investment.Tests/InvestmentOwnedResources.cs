namespace Technopark.Investment.Tests;

/// <summary>A company that raises money: its people's, and an investor's part in it.</summary>
public sealed class InvestmentOwnedResources(InvestmentFixture investment) : AccessMatrix<Program>(investment)
{
    protected override async Task<OwnedResources> MakeAsync(Guid owner, bool open)
    {
        var company = await investment.CompanyAsync(owner);
        var own = As(Roles.Investor, owner);
        var investor = await (open ? As(Roles.Manager, owner) : own).CreateAsync(
            $"{investment.Root}/investors", new { name = "Фонд", kind = "fund" });
        var round = await investment.OpenRoundAsync(company);
        var commitment = await own.CreateAsync(
            $"{round.Path}/commitments", new { investorId = investor.Id, amount = InvestmentFixture.Money("2000") });
        var tranche = await investment.PayAsync(commitment, "10");
        if (!open)
        {
            await investment.Api.ActAsync(round.Path, "close");
        }

        var resources = new OwnedResources(owner)
            .Own("companies", company, "companyId").Own("issuers", company).Own("rounds", round.Id)
            .Own("commitments", commitment.Id).Own("tranches", tranche.Id);
        return open
            ? resources.Share("investors", investor.Id, "investorId")
            : resources.Own("investors", investor.Id, "investorId");
    }
}
