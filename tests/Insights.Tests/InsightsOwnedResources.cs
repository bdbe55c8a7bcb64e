namespace Technopark.Insights.Tests;

/// <summary>A company with a story, and money in it.</summary>
public sealed class InsightsOwnedResources(InsightsFixture insights) : AccessMatrix<Program>(insights)
{
    protected override async Task<OwnedResources> MakeAsync(Guid owner, bool open)
    {
        var (company, tranche) = (await insights.RegisteredCompanyAsync(owner), Guid.CreateVersion7());
        await insights.HearResidencyAsync(company, new DateOnly(2019, 1, 1));
        await insights.HearPaidAsync(company, new DateOnly(2019, 2, 1), 1, tranche: tranche);
        return new OwnedResources(owner).Own("companies", company).Own("tranches", tranche);
    }
}
