using Technopark.Contracts.Identity;

namespace Technopark.Registry.Tests;

public sealed class OwnerTests(RegistryFixture registry)
{
    [Fact]
    public async Task Who_is_to_act_for_a_company_is_somebody_of_the_park()
    {
        var company = await registry.RegisterCompanyAsync();
        var person = Guid.CreateVersion7();
        Assert.Equal("400 personId", await registry.ActRefusedAsync(company, "addOwner", new { personId = person }));
        Assert.Equal("400 personId", await registry.ActRefusedAsync(company, "removeOwner", new { personId = person }));
        await registry.PersonAsync(Roles.Founder, person);
        company = await registry.Api.ActAsync(company, "addOwner", new { personId = person });
        Assert.Contains(person.ToString(), company.Body.GetProperty("ownerIds").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_was_erased_is_nobody_whatever_comes_first(bool erasedFirst)
    {
        var (company, person) = (await registry.RegisterCompanyAsync(), Guid.CreateVersion7());
        if (!erasedFirst)
        {
            await registry.PersonAsync(Roles.Founder, person);
        }

        await registry.HearAsync(new PersonErased(person) { Version = 2 });
        if (erasedFirst)
        {
            await registry.PersonAsync(Roles.Founder, person);
        }

        Assert.Equal("400 personId", await registry.ActRefusedAsync(company, "addOwner", new { personId = person }));
    }
}
