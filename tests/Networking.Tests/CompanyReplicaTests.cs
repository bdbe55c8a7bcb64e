namespace Technopark.Networking.Tests;

public sealed class CompanyReplicaTests(NetworkingFixture centre) : CompanyReplicaTests<Program>(centre);
