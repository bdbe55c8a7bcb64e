namespace Technopark.Incubation.Tests;

public sealed class CompanyReplicaTests(IncubationFixture centre) : CompanyReplicaTests<Program>(centre);
