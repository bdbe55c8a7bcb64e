namespace Technopark.Investment.Tests;

public sealed class CompanyReplicaTests(InvestmentFixture centre) : CompanyReplicaTests<Program>(centre)
{
    private readonly InvestmentFixture _centre = centre;

    protected override async Task<(string Name, string? Status)> ShownAsync(Guid company) =>
        ((await _centre.Api.GetAsync($"{_centre.Root}/issuers/{company}")).Text("name"), Status: null);
}
