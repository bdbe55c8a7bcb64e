using Technopark.ServiceDefaults;
using Technopark.TestKit;

namespace Technopark.Registry.Tests;

/// <summary>A founder's company.</summary>
public sealed class RegistryBelongings(RegistryFixture registry) : AccessMatrix<Program>(registry)
{
    protected override async Task<Belongings> MakeAsync(Guid owner, bool open)
    {
        var company = await As(Roles.Founder, owner).CreateAsync(registry.Companies, RegistryFixture.Company());
        return new Belongings(owner).Own("companies", company.Id);
    }
}
