using Technopark.Contracts.Identity;

namespace Technopark.Registry.Tests;

public sealed class PersonalDataTests(RegistryFixture registry)
{
    [Fact]
    public async Task Of_an_erased_founder_an_id_and_a_share_are_left()
    {
        var person = Guid.CreateVersion7();
        using var http = registry.As(Roles.Founder, person);
        var own = new ParkClient.ParkClient(http);
        var company = await own.CreateAsync(
            registry.Companies, With(new { name = "Анна Первая", role = "CEO", sharePercent = "60", isMe = true }));
        Assert.Equal(person.ToString(), company.Body.GetProperty("founders")[0].GetProperty("personId").GetString());

        await registry.HearAsync(new PersonErased(person) { Version = 1 }, person, times: 2);

        var now = await registry.Api.GetAsync(company.Path);
        var (first, second) = (now.Body.GetProperty("founders")[0], now.Body.GetProperty("founders")[1]);
        Assert.Null(first.GetProperty("name").GetString());
        Assert.Equal("60", first.GetProperty("sharePercent").GetString());
        Assert.Equal("Борис Второй", second.GetProperty("name").GetString());
        Assert.Equal(0, now.Body.GetProperty("ownerIds").GetArrayLength());
        Assert.Single(
            await registry.SaidAsync(Guid.Parse(now.Text("id"))), said => said.Type == "companyOwnersChanged");
        Assert.Equal(
            0,
            await registry.ScalarAsync<long>(
                "select count(*) from idempotency where response like '%' || $1 || '%'", person.ToString()));
    }

    [Fact]
    public async Task Two_founders_cannot_be_the_same_person()
    {
        object me = new { name = "Анна Первая", role = "CEO", sharePercent = "30", isMe = true };
        Assert.Equal("400 founders", await registry.CreateRefusedAsync(registry.Companies, With(me, me)));
    }

    private static object With(params object[] founders) => new
    {
        name = "Невская робототехника",
        kind = "team",
        founders = founders.Append(new { name = "Борис Второй", role = "CTO", sharePercent = "40" }).ToArray(),
    };
}
