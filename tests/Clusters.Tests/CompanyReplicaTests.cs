namespace Technopark.Clusters.Tests;

public sealed class CompanyReplicaTests(ClustersFixture centre) : CompanyReplicaTests<Program>(centre);
