namespace Technopark.Clusters.Tests.Domain;

public sealed class MembershipTests
{
    private static readonly StateTable<(Initiative Initiative, Membership Membership)> States = new(
        joined => joined.Membership.Status, joined => joined.Membership.Allowed,
        () => Join(MembershipEntry.Invitation), () => Join(MembershipEntry.Application))
    {
        Actions =
        {
            ["commit"] = joined => joined.Membership.Commit(joined.Initiative, Given.Now),
            ["leave"] = joined => joined.Membership.Leave(joined.Initiative, "смена профиля", Given.Now),
        },
        Transitions = """
            invited: commit → committed, leave → left
            applied: commit → committed, leave → left
            committed: leave → left
            """,
    };

    [Fact]
    public void Every_action_in_every_state() => Assert.Empty(States.Violations());

    [Theory]
    [InlineData("Verified", "")]
    [InlineData("Registered", "409 companyNotVerified")]
    [InlineData("Liquidated", "409 companyNotVerified")]
    public void Only_a_verified_company_joins(string company, string refusal) =>
        Assert.Equal(refusal, Refused.By(() => Membership.Of(
        Given.Proposed(), Given.Known(company), MemberType.Sme, MembershipEntry.Invitation, Given.Now)));

    [Theory]
    [InlineData(false, false, "")]
    [InlineData(false, true, "")]
    [InlineData(true, true, "")]
    [InlineData(true, false, "403 coordinatorCommits")]
    public void Who_applied_waits_for_the_coordinator(bool applied, bool coordinator, string refusal)
    {
        var (_, membership) = Join(applied ? MembershipEntry.Application : MembershipEntry.Invitation);
        Assert.Equal(refusal, Refused.By(() => membership.RequireCommittableBy(coordinator)));
    }

    [Theory]
    [InlineData(false, new string[0])]
    [InlineData(true, new[] { "memberCommitted", "memberLeft" })]
    public void A_member_is_counted_from_commitment_to_leaving(bool commits, string[] raised)
    {
        var (initiative, membership) = Join(MembershipEntry.Invitation);
        if (commits)
        {
            membership.Commit(initiative, Given.Now);
        }

        Assert.Equal(commits ? 1 : 0, initiative.Members);
        membership.Leave(initiative, "смена профиля", Given.Now);
        Assert.Equal(0, initiative.Members);
        Assert.Equal(raised, Refused.Raised(membership));
    }

    private static (Initiative Initiative, Membership Membership) Join(MembershipEntry entry)
    {
        var initiative = Given.Proposed();
        return (initiative, Given.Join(initiative, entry));
    }
}
