namespace Technopark.Registry.Tests;

public sealed class CompanyLifeTests(RegistryFixture registry)
{
    [Fact]
    public async Task Two_changes_from_one_state_are_one_change()
    {
        var company = await registry.RegisterCompanyAsync();
        var attempts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            RegistryFixture.OutcomeAsync(() => registry.Api.ActAsync(company, "verify"))));
        Assert.Single(attempts, "verified");
        Assert.Equal(5, attempts.Count(attempt => attempt == "412 stale"));
        Assert.NotEqual(company.ETag, (await registry.NowAsync(company)).ETag);
        Assert.Equal(["companyRegistered", "companyVerified"], await registry.EventsAsync(company.Id));
    }

    [Theory]
    [InlineData("inn")]
    [InlineData("ogrn")]
    public async Task Identifiers_are_unique_among_verified_companies(string shared)
    {
        var verified = await registry.VerifyCompanyAsync();
        var twin = await registry.RegisterCompanyAsync(shared == "inn"
            ? RegistryFixture.Company(inn: verified.Text("inn"))
            : RegistryFixture.Company(ogrn: verified.Text("ogrn")));
        Assert.Equal($"409 {shared}Taken", await registry.ActRefusedAsync(twin, "verify"));
    }

    [Fact]
    public async Task A_final_state_is_final()
    {
        var company = await registry.VerifyCompanyAsync();
        await registry.Api.ActAsync(
            company, "liquidate", new { reason = "решение участников", liquidatedOn = "2026-01-31" });
        var refused = await registry.Api.ActRefusedAsync(company.Path, "verify");
        Assert.Equal((HttpStatusCode.Conflict, "invalidTransition"), (refused.Status, refused.Code));
        Assert.Contains("liquidated", refused.Problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["companyRegistered", "companyVerified", "companyLiquidated"], await registry.EventsAsync(company.Id));
    }

    [Fact]
    public async Task A_company_ends_after_it_began_and_not_in_the_future()
    {
        var company = await registry.VerifyCompanyAsync();
        foreach (var day in (string[])["2024-04-30", "2030-01-01"])
        {
            Assert.Equal("400 liquidatedOn", await registry.ActRefusedAsync(
                company, "liquidate", new { reason = "решение участников", liquidatedOn = day }));
        }

        Assert.Equal("verified", (await registry.NowAsync(company)).Status);
    }

    [Fact]
    public async Task A_list_shows_everything_once_part_by_part()
    {
        var inn = Numbers.Inn();
        var made = new HashSet<Guid>();
        for (var i = 0; i < 7; i++)
        {
            made.Add((await registry.RegisterCompanyAsync(RegistryFixture.Company(inn: inn))).Id);
        }

        var listed = await registry.IdsAsync($"{registry.Companies}?inn={inn}", limit: 3);

        Assert.Equal(made.Count, listed.Count);
        Assert.Equal(made, listed.ToHashSet());
        Assert.Equal(listed.OrderDescending(), listed);
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_filter()
    {
        var inn = Numbers.Inn();
        await registry.RegisterCompanyAsync(RegistryFixture.Company(inn: inn));
        await registry.RegisterCompanyAsync(RegistryFixture.Company(inn: inn));
        var next = (await registry.Api.GetAsync($"{registry.Companies}?inn={inn}&limit=1")).Text("next");
        Assert.Equal("400 cursor", await registry.GetRefusedAsync($"{registry.Companies}?limit=1&cursor={next}"));
    }
}
