namespace Technopark.Registry.Tests;

public sealed class RuleTests(RegistryOwnedResources things) : RuleTests<RegistryOwnedResources, Program>(things);
