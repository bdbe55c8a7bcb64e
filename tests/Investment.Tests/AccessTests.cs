namespace Technopark.Investment.Tests;

public sealed class AccessTests(InvestmentOwnedResources resources)
    : AccessTests<InvestmentOwnedResources, Program>(resources);
