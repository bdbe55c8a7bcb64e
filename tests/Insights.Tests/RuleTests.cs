namespace Technopark.Insights.Tests;

public sealed class RuleTests(InsightsOwnedResources things) : RuleTests<InsightsOwnedResources, Program>(things)
{
    /// <summary>A company that nobody has told of yet has a story without entries.</summary>
    protected override string ListOfUnknown => "200";
}
