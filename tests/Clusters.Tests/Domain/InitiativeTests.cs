using Technopark.ServiceKit.Domain;

namespace Technopark.Clusters.Tests.Domain;

public sealed class InitiativeTests
{
    private static readonly ActivationRules None =
        new() { Members = 0, MemberTypes = 0, Fte = 0, PublicBodies = 0, Websites = 0 };

    private static readonly StateTable<Initiative> States =
        new(initiative => initiative.Status, initiative => initiative.Allowed, () => Given.Proposed())
        {
            Actions =
            {
                ["assess"] = initiative => initiative.Assess(),
                ["form"] = initiative => initiative.Form(),
                ["activate"] = initiative => initiative.Activate(None, Given.Now),
                ["reject"] = initiative => initiative.Reject("нет спроса", [], Given.Now),
                ["dissolve"] = initiative => initiative.Dissolve("нет участников", [], Given.Now),
                ["describe"] = initiative => initiative.Describe(1, website: null, strategy: null),
            },
            Transitions = """
                proposed: assess → assessed, reject → rejected, describe → proposed
                assessed: form → forming, reject → rejected, describe → assessed
                forming: activate → active, dissolve → dissolved, describe → forming
                active: dissolve → dissolved, describe → active
                """,
        };

    [Fact]
    public void Every_action_in_every_state() => Assert.Empty(States.Violations());

    [Theory]
    [InlineData(13, 1, 1, 0.5, true, "")]
    [InlineData(12, 1, 1, 0.5, true, "members")]
    [InlineData(0, 0, 15, 0.5, true, "memberTypes")]
    [InlineData(14, 1, 0, 0.5, true, "publicBody")]
    [InlineData(13, 1, 1, 0.49, true, "fte")]
    [InlineData(13, 1, 1, 0.5, false, "website")]
    [InlineData(0, 0, 0, 0, false, "members, memberTypes, fte, publicBody, website")]
    public void Activation_names_each_criterion_that_is_not_met(
        int sme, int universities, int publicBodies, double fte, bool website, string unmet)
    {
        var initiative = Given.Proposed((decimal)fte, website ? "https://robotics.example" : null);
        Given.Commit(initiative, MemberType.Sme, sme);
        Given.Commit(initiative, MemberType.University, universities);
        Given.Commit(initiative, MemberType.Public, publicBodies);
        initiative.Assess();
        initiative.Form();
        Assert.Equal(
            unmet == "" ? "" : "409 criteriaUnmet",
            Refused.By(() => initiative.Activate(new ActivationRules(), Given.Now)));
        var shown = new ActivationRules().CriteriaOf(initiative).Where(criterion => !criterion.Met);
        Assert.Equal(unmet, string.Join(", ", shown.Select(criterion => criterion.Code)));
    }

    [Fact]
    public void Thresholds_are_options()
    {
        var initiative = Given.Proposed(fte: 0.1m, website: null);
        Rules(members: 0, fte: 0.1m).RequireMet(initiative);
        var refused = Assert.Throws<DomainException>(() => Rules(members: 2, fte: 0.2m).RequireMet(initiative));
        Assert.Equal(["fte", "members"], refused.Errors!.Keys.Order());

        static ActivationRules Rules(int members, decimal fte) =>
            new() { Members = members, MemberTypes = 0, Fte = fte, PublicBodies = 0, Websites = 0 };
    }

    [Theory]
    [InlineData(false, "Rejected")]
    [InlineData(true, "Dissolved")]
    public void Its_end_ends_its_memberships_and_takes_no_new_ones(bool forming, string status)
    {
        var initiative = Given.Proposed();
        var (invited, committed) = (
            Given.Join(initiative, MembershipEntry.Invitation), Given.Join(initiative, MembershipEntry.Invitation));
        committed.Commit(initiative, Given.Now);
        if (forming)
        {
            initiative.Assess();
            initiative.Form();
            initiative.Dissolve("нет спроса", [invited, committed], Given.Now);
        }
        else
        {
            initiative.Reject("нет спроса", [invited, committed], Given.Now);
        }

        Assert.Equal((status, 0), (initiative.Status.ToString(), initiative.Members));
        Assert.Equal((MembershipStatus.Left, MembershipStatus.Left), (invited.Status, committed.Status));
        Assert.Equal(
            "409 initiativeTakesNoMembers", Refused.By(() => Given.Join(initiative, MembershipEntry.Application)));
        var late = Given.Join(Given.Proposed(), MembershipEntry.Invitation);
        Assert.Equal("409 initiativeTakesNoMembers", Refused.By(() => late.Commit(initiative, Given.Now)));
    }
}
