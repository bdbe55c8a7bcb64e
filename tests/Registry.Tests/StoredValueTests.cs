namespace Technopark.Registry.Tests;

[Collection(Alone)]
public sealed class StoredValueTests(RegistryOwnedResources things, RegistryFixture centre)
    : StoredValueTests<RegistryOwnedResources, Program>(things, centre);

[CollectionDefinition(StoredValueTests.Alone, DisableParallelization = true)]
public sealed class AloneCollection;
