using Technopark.Contracts.Identity;

namespace Technopark.Registry.Tests;

/// <summary>Where a person's id is shown, their name is.</summary>
public sealed class NamedPeopleTests(RegistryFixture registry)
{
    [Fact]
    public async Task Owners_are_named_when_a_company_is_made_read_changed_and_listed()
    {
        var (one, other) = (registry.People.Call("Анна Первая"), registry.People.Call("Борис Второй"));
        await registry.PersonAsync(Roles.Founder, other);
        var founder = new ParkClient.ParkClient(registry.As(Roles.Founder, one));

        var company = await founder.CreateAsync(registry.Companies, RegistryFixture.Company());
        Assert.Equal("Анна Первая", NamesIn(company.Body));
        company = await founder.ActAsync(company, "addOwner", new { personId = other });

        Assert.Equal("Анна Первая, Борис Второй", NamesIn(company.Body));
        Assert.Equal("Анна Первая, Борис Второй", NamesIn((await founder.GetAsync(company.Path)).Body));
        Assert.Equal("Анна Первая, Борис Второй", NamesIn(Assert.Single(
            await founder.ListAsync(registry.Companies).ToListAsync())));
        Assert.Equal(
            company.Body.GetProperty("ownerIds").EnumerateArray().Select(id => id.GetGuid()),
            company.Body.GetProperty("owners").EnumerateArray().Select(owner => owner.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task A_list_asks_once_for_all_of_its_people()
    {
        var (inn, people) = (Numbers.Inn(), new List<Guid>());
        for (var number = 0; number < 3; number++)
        {
            people.Add(registry.People.Call($"Основатель {number}"));
            var company = await registry.RegisterCompanyAsync(RegistryFixture.Company(inn));
            await registry.ScalarAsync<Guid>(
                "update companies set owner_ids = array[$2] where id = $1 returning id", company.Id, people[number]);
        }

        var page = await registry.Api.GetAsync($"{registry.Companies}?inn={inn}");

        Assert.Equal(
            ["Основатель 2", "Основатель 1", "Основатель 0"],
            page.Body.GetProperty("items").EnumerateArray().Select(NamesIn));
        Assert.Equal(people.Order(), Assert.Single(registry.People.Asked, asked => asked.Contains(people[0])).Order());
    }

    [Fact]
    public async Task Who_corrected_a_record_is_named()
    {
        var manager = registry.People.Call("Вера Третья");
        var company = await registry.VerifyCompanyAsync();
        using var http = registry.As(Roles.Manager, manager);
        var api = new ParkClient.ParkClient(http);
        await api.ActAsync(company.Path, "correct", new { region = "39", reason = "переезд" });

        var correction = Assert.Single(await api.ListAsync($"{company.Path}/corrections").ToListAsync());
        Assert.Equal("Вера Третья", correction.GetProperty("correctedByName").GetString());
    }

    [Fact]
    public async Task An_erased_person_is_called_nothing_at_once_whatever_was_told_before()
    {
        var person = registry.People.Call("Глеб Четвёртый");
        using var http = registry.As(Roles.Manager, person);
        var company = await registry.VerifyCompanyAsync();
        var api = new ParkClient.ParkClient(http);
        await api.ActAsync(company.Path, "correct", new { region = "39", reason = "переезд" });
        Assert.Equal("Глеб Четвёртый", await ByAsync());

        await registry.HearAsync(new PersonErased(person) { Version = 9 });

        Assert.Null(await ByAsync());

        async Task<string?> ByAsync() => Assert.Single(
            await registry.Api.ListAsync($"{company.Path}/corrections").ToListAsync())
            .GetProperty("correctedByName").GetString();
    }

    private static string NamesIn(JsonElement company) => string.Join(
        ", ", company.GetProperty("owners").EnumerateArray().Select(owner => owner.GetProperty("name").GetString()));
}
