namespace Technopark.Investment.Tests;

[Collection(Alone)]
public sealed class StoredValueTests(InvestmentOwnedResources things, InvestmentFixture centre)
    : StoredValueTests<InvestmentOwnedResources, Program>(things, centre);

[CollectionDefinition(StoredValueTests.Alone, DisableParallelization = true)]
public sealed class AloneCollection;
