namespace Technopark.Networking.Tests;

/// <summary>A company with an offer, somebody's interest in it, and a meeting about it.</summary>
public sealed class NetworkingOwnedResources(NetworkingFixture networking) : AccessMatrix<Program>(networking)
{
    protected override async Task<OwnedResources> MakeAsync(Guid owner, bool open)
    {
        var company = Guid.CreateVersion7();
        await networking.HearAsync(NetworkingFixture.Registered(company) with { OwnerIds = [owner] });
        await networking.HearAsync(NetworkingFixture.Verified(company));
        var interest = await networking.TalkAsync(company, await networking.CompanyAsync());
        var meeting = await networking.MeetAsync(interest);
        var offer = open ? await networking.PublishAsync(company) : await networking.DraftAsync(company);
        var resources = new OwnedResources(owner)
            .Own("companies", company, "companyId").Own("offers", offer.Id).Own("interests", interest.Id).Own(
                "meetings", meeting.Id)
            .Know("startsAt", NetworkingFixture.Ahead).Know("durationMinutes", 30);
        if (!open)
        {
            // A company is open to all members once it is verified, and only then in the directory.
            var unverified = Guid.CreateVersion7();
            await networking.HearAsync(NetworkingFixture.Registered(unverified) with { OwnerIds = [owner] });
            resources.Own("companies", unverified).Unlist("companies");
        }

        return resources;
    }
}
