namespace Technopark.Registry.Tests;

public sealed class CompanyLifeTests(RegistryFixture registry)
{
    [Fact]
    public async Task A_change_needs_the_state_it_starts_from()
    {
        var company = await registry.RegisterCompanyAsync();
        var missing = await registry.Api.RefusedAsync(HttpMethod.Post, $"{company.Path}/verify", new { });
        Assert.Equal(HttpStatusCode.PreconditionRequired, missing.Status);
        var stale = await registry.Api.RefusedAsync(
            HttpMethod.Post, $"{company.Path}/verify", new { }, new Dictionary<string,
            string>
            { ["If-Match"] = "\"1\"" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        var verified = await registry.Api.ActAsync(company, "verify");
        Assert.Equal("verified", verified.Status);
        Assert.NotEqual(company.ETag, verified.ETag);
    }

    [Fact]
    public async Task Two_changes_from_one_state_are_one_change()
    {
        var company = await registry.RegisterCompanyAsync();
        var attempts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            RegistryFixture.StatusOrCodeAsync(() => registry.Api.ActAsync(company, "verify"))));
        Assert.Equal(["stale", "stale", "stale", "stale", "stale", "verified"], attempts.Order());
        Assert.Equal(
            ["companyRegistered", "companyVerified"], (await registry.SaidAsync(company.Id)).Select(said => said.Type));
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
        var refused = await registry.Api.ActRefusedAsync(twin.Path, "verify");
        Assert.Equal((HttpStatusCode.Conflict, $"{shared}Taken"), (refused.Status, refused.Code));
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
            ["companyRegistered", "companyVerified", "companyLiquidated"],
            (await registry.SaidAsync(company.Id)).Select(said => said.Type));
    }

    [Fact]
    public async Task What_the_client_has_is_not_sent_again()
    {
        var company = await registry.RegisterCompanyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, company.Path);
        request.Headers.TryAddWithoutValidation("If-None-Match", company.ETag);
        using var answer = await registry.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
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

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("cursor=bm9uc2Vuc2U", "cursor")]
    [InlineData("cursor=%00", "cursor")]
    public async Task A_bad_page_is_refused_by_field(string query, string field)
    {
        var refused = await registry.Api.RefusedAsync(HttpMethod.Get, $"{registry.Companies}?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(field, refused.Errors.Keys);
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_filter()
    {
        var inn = Numbers.Inn();
        await registry.RegisterCompanyAsync(RegistryFixture.Company(inn: inn));
        await registry.RegisterCompanyAsync(RegistryFixture.Company(inn: inn));
        var next = (await registry.Api.GetAsync($"{registry.Companies}?inn={inn}&limit=1")).Text("next");
        var refused = await registry.Api.RefusedAsync(HttpMethod.Get, $"{registry.Companies}?limit=1&cursor={next}");
        Assert.Contains("cursor", refused.Errors.Keys);
    }
}
