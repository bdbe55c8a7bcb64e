namespace Technopark.Networking.Tests;

public sealed class AccessTests(NetworkingOwnedResources resources)
    : AccessTests<NetworkingOwnedResources, Program>(resources);
