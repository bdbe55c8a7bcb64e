namespace Technopark.Networking.Tests;

public sealed class RuleTests(NetworkingOwnedResources things) : RuleTests<NetworkingOwnedResources, Program>(things);
