namespace Technopark.Incubation.Tests;

[Collection(Alone)]
public sealed class StoredValueTests(IncubationOwnedResources things, IncubationFixture centre)
    : StoredValueTests<IncubationOwnedResources, Program>(things, centre);

[CollectionDefinition(StoredValueTests.Alone, DisableParallelization = true)]
public sealed class AloneCollection;
