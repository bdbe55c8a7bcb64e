namespace Technopark.Insights.Tests;

public sealed class RuleTests(InsightsOwnedResources things) : RuleTests<InsightsOwnedResources, Program>(things);
