namespace Technopark.Insights.Tests;

public sealed class CompanyReplicaTests(InsightsFixture centre) : CompanyReplicaTests<Program>(centre);
