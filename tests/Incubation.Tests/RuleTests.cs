namespace Technopark.Incubation.Tests;

public sealed class RuleTests(IncubationOwnedResources things) : RuleTests<IncubationOwnedResources, Program>(things);
