namespace Technopark.Clusters.Tests;

/// <summary>A company that is a member of an initiative.</summary>
public sealed class ClustersOwnedResources(ClustersFixture clusters) : AccessMatrix<Program>(clusters)
{
    protected override async Task<OwnedResources> MakeAsync(Guid owner, bool open)
    {
        var company = await clusters.CompanyAsync(owner);
        var initiative = await clusters.FormAsync();
        var membership = await clusters.JoinAsync(initiative, company);
        return new OwnedResources(owner)
            .Own("companies", company, "companyId").Own("memberships", membership.Id)
            .Share("initiatives", initiative.Id).Know("companyId", await clusters.CompanyAsync(owner))
            .Know("anchorOkved", (string[])["62"]).Know("fte", 1.5).Know("website", "https://robotics.example");
    }
}
