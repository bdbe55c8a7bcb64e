namespace Technopark.Networking.Tests;

/// <summary>A company with an offer, somebody's interest in it, and a meeting about it.</summary>
public sealed class NetworkingOwnedResources(NetworkingFixture networking) : AccessMatrix<Program>(networking)
{
    protected override async Task<OwnedResources> MakeAsync(Guid owner, bool open)
    {
        var company = await networking.CompanyAsync(owner);
        var interest = await networking.TalkAsync(company, await networking.CompanyAsync());
        var meeting = await networking.MeetAsync(interest);
        var offer = open ? await networking.PublishAsync(company) : await networking.DraftAsync(company);
        var resources = new OwnedResources(owner)
            .Own("companies", company, "companyId").Own("offers", offer.Id).Own("interests", interest.Id)
            .Own("meetings", meeting.Id).Know("companyId", await networking.CompanyAsync(owner))
            .Know("startsAt", NetworkingFixture.Ahead.AddDays(1)).Know("durationMinutes", 30);
        if (!open)
        {
            // A company is open to all members once it is verified, and only then in the directory.
            resources.Own("companies", await networking.RegisteredCompanyAsync(owner)).Unlist("companies");
        }

        return resources;
    }
}
