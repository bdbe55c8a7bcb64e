namespace Technopark.Incubation.Tests;

public sealed class ReviewerTests(IncubationFixture incubation)
{
    [Fact]
    public async Task A_reviewer_is_an_expert_of_the_park_and_not_of_the_applicant()
    {
        var (expert, owner, founder) = (
            await incubation.PersonAsync(Roles.Expert), await incubation.PersonAsync(Roles.Expert | Roles.Founder),
            await incubation.PersonAsync(Roles.Founder));
        var company = await incubation.RegisteredCompanyAsync(owner);
        var application = await incubation.AppliedAsync(["submit"], company: company);
        foreach (var (reviewer, refusal) in new[]
        {
            (Guid.CreateVersion7(), "400 reviewerId"), (founder, "409 roleMissing reviewerId"),
            (owner, "409 ownApplication reviewerId"),
        })
        {
            Assert.Equal(
                refusal, await incubation.ActRefusedAsync(application, "assign", new { reviewerId = reviewer }));
        }

        await incubation.Api.ActAsync(application, "assign", new { reviewerId = expert });
        var seen = new ParkClient.ParkClient(incubation.As(Roles.Expert, expert));
        Assert.Equal(application.Id, (await seen.GetAsync(application.Path)).Id);
    }
}
