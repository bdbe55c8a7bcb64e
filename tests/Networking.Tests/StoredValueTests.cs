namespace Technopark.Networking.Tests;

[Collection(Alone)]
public sealed class StoredValueTests(NetworkingOwnedResources things, NetworkingFixture centre)
    : StoredValueTests<NetworkingOwnedResources, Program>(things, centre);

[CollectionDefinition(StoredValueTests.Alone, DisableParallelization = true)]
public sealed class AloneCollection;
