namespace Technopark.Clusters.Tests;

public sealed class AccessTests(ClustersOwnedResources resources)
    : AccessTests<ClustersOwnedResources, Program>(resources);
