namespace Technopark.Insights.Tests;

[Collection(Alone)]
public sealed class StoredValueTests(InsightsOwnedResources things, InsightsFixture centre)
    : StoredValueTests<InsightsOwnedResources, Program>(things, centre);

[CollectionDefinition(StoredValueTests.Alone, DisableParallelization = true)]
public sealed class AloneCollection;
