namespace Technopark.Registry.Tests;

public sealed class AuditTests(RegistryFixture registry)
{
    [Fact]
    public async Task A_verification_is_told_with_manager_address_before_and_after()
    {
        var manager = Guid.CreateVersion7();
        using var http = registry.As(Roles.Manager, manager);
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        var company = await registry.RegisterCompanyAsync();
        await new ParkClient.ParkClient(http).ActAsync(company, "verify");

        var told = JsonElement.Parse(await registry.ScalarAsync<string>(
            "select to_jsonb(audit)::text from audit where target_id = $1 and operation = 'VerifyCompany'",
            company.Id));
        Assert.Equal(
            (manager.ToString(), "manager", "203.0.113.7", "company", "done"),
            (
                Text(told, "actor"), Text(told, "roles"), Text(told, "address"), Text(told, "target_type"),
                Text(told, "outcome")));
        var (before, after) = (told.GetProperty("before"), told.GetProperty("after"));
        Assert.Equal(["status", "verifiedAt"], before.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(["status", "verifiedAt"], after.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(("registered", "verified"), (Text(before, "status"), Text(after, "status")));
    }

    [Fact]
    public async Task Of_a_company_nothing_is_told_that_could_name_a_person()
    {
        var company = await registry.RegisterCompanyAsync(RegistryFixture.Company(name: "ИП Анна Первая"));
        var after = JsonElement.Parse(
            await registry.ScalarAsync<string>("select after::text from audit where target_id = $1", company.Id));
        Assert.Equal(
            ("changed", "changed", "changed", "changed", "78", "ooo"),
            (
                Text(after, "name"), Text(after, "inn"), Text(after, "ogrn"), Text(after, "founders"),
                Text(after, "region"), Text(after, "kind")));
        Assert.Equal(0, await registry.ScalarAsync<long>("select count(*) from audit where audit::text like '%Анна%'"));
    }

    [Fact]
    public async Task Who_knocks_at_another_s_company_is_told()
    {
        var company = await registry.VerifyCompanyAsync();
        var stranger = Guid.CreateVersion7();
        using var http = registry.As(Roles.Founder, stranger);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{registry.Companies}/{company.Id}/addOwner")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { personId = stranger }),
            Headers = { { "If-Match", "*" } },
        };
        using var answer = await http.SendAsync(request);
        Assert.Equal(404, (int)answer.StatusCode);
        await TestKit.Eventually.TrueAsync("the refusal is told", async () => await registry.ScalarAsync<long>(
            """
            select count(*) from audit
            where target_id = $1 and actor = $2 and status = 404 and operation = 'AddCompanyOwner'
            """,
            company.Id, stranger.ToString()) == 1);
    }

    private static string? Text(JsonElement entry, string name) => entry.GetProperty(name).ToString();
}
