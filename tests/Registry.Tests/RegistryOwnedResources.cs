namespace Technopark.Registry.Tests;

/// <summary>A founder's company.</summary>
public sealed class RegistryOwnedResources(RegistryFixture registry) : AccessMatrix<Program>(registry)
{
    protected override async Task<OwnedResources> MakeAsync(Guid owner, bool open)
    {
        var company = await As(Roles.Founder, owner).CreateAsync(registry.Companies, RegistryFixture.Company());
        return new OwnedResources(owner).Own("companies", company.Id)
            .Know("personId", await registry.PersonAsync(Roles.Founder));
    }
}
