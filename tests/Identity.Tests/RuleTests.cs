namespace Technopark.Identity.Tests;

public sealed class RuleTests(IdentityOwnedResources things) : RuleTests<IdentityOwnedResources, Program>(things)
{
    protected override string Another(string body) => body.Replace("expert", "mentor", StringComparison.Ordinal);
}
