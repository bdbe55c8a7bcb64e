namespace Technopark.Investment.Tests;

public sealed class RuleTests(InvestmentOwnedResources things) : RuleTests<InvestmentOwnedResources, Program>(things);
