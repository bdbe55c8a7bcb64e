using Technopark.Contracts.Registry;

namespace Technopark.Incubation.Tests;

/// <summary>A company in a programme: its people's, and its reviewers'.</summary>
public sealed class IncubationOwnedResources(IncubationFixture incubation) : AccessMatrix<Program>(incubation)
{
    protected override async Task<OwnedResources> MakeAsync(Guid owner, bool open)
    {
        // Who acts for a company does not review its application: they come to it when they review already.
        await incubation.PersonAsync(Roles.Expert, owner);
        var company = await incubation.CompanyAsync();
        var programme = await incubation.ProgrammeAsync();
        var residency = await incubation.OfferedAsync(programme, company);
        var call = await incubation.CallAsync(programme.Id);
        var application = await incubation.AppliedAsync(["submit", "screen"], call, company);
        await incubation.Api.ActAsync(application, "assign", new { reviewerId = owner });
        await incubation.HearAsync(new CompanyOwnersChanged(company, [owner]) { Version = 3 });
        return new OwnedResources(owner)
            .Own("companies", company, "companyId").Own("applications", application.Id).Own("residencies", residency.Id)
            .Share("programmes", programme.Id, "programmeId").Share("calls", (await incubation.CallAsync()).Id)
            .Know("reviewerId", await incubation.PersonAsync(Roles.Expert));
    }
}
