namespace Technopark.Clusters.Tests;

public sealed class RuleTests(ClustersOwnedResources things) : RuleTests<ClustersOwnedResources, Program>(things);
