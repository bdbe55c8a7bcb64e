namespace Technopark.Incubation.Tests;

public sealed class AccessTests(IncubationOwnedResources resources)
    : AccessTests<IncubationOwnedResources, Program>(resources);
