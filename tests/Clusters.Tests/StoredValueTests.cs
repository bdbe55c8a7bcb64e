namespace Technopark.Clusters.Tests;

[Collection(Alone)]
public sealed class StoredValueTests(ClustersOwnedResources things, ClustersFixture centre)
    : StoredValueTests<ClustersOwnedResources, Program>(things, centre);

[CollectionDefinition(StoredValueTests.Alone, DisableParallelization = true)]
public sealed class AloneCollection;
