namespace Technopark.Registry.Tests;

public sealed class AccessTests(RegistryOwnedResources resources)
    : AccessTests<RegistryOwnedResources, Program>(resources);
