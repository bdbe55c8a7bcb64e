namespace Technopark.Insights.Tests;

public sealed class AccessTests(InsightsOwnedResources resources)
    : AccessTests<InsightsOwnedResources, Program>(resources);
