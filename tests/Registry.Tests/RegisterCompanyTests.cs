namespace Technopark.Registry.Tests;

public sealed class RegisterCompanyTests(RegistryFixture registry)
{
    [Fact]
    public async Task A_new_company_is_registered_and_says_so_once()
    {
        var company = await registry.RegisterCompanyAsync();
        Assert.Equal("registered", company.Status);
        Assert.NotEqual("", company.ETag);
        Assert.Equal($"{registry.Companies}/{company.Id}", company.Path);
        var said = Assert.Single(await registry.SaidAsync(company.Id));
        Assert.Equal("companyRegistered", said.Type);
        Assert.Equal(1, said.Data.GetProperty("version").GetInt64());
        Assert.NotNull(said.Traceparent);
    }

    [Theory]
    [InlineData("inn", """{"name":"A","kind":"ooo","inn":"7707083890","founders":[]}""")]
    [InlineData("inn", """{"name":"A","kind":"ip","inn":"7707083893","founders":[]}""")]
    [InlineData("ogrn", """{"name":"A","kind":"ooo","ogrn":"1027700132196","founders":[]}""")]
    [InlineData("kpp", """{"name":"A","kind":"ooo","kpp":"78","founders":[]}""")]
    [InlineData("okvedMain", """{"name":"A","kind":"ooo","okvedMain":"6","founders":[]}""")]
    [InlineData("name", """{"name":"","kind":"ooo","founders":[]}""")]
    [InlineData("name", """{"kind":"ooo","founders":[]}""")]
    [InlineData("kind", """{"name":"A","kind":"zao","founders":[]}""")]
    [InlineData("kind", """{"name":"A","kind":1,"founders":[]}""")]
    [InlineData("surprise", """{"name":"A","kind":"ooo","founders":[],"surprise":1}""")]
    [InlineData(
        "founders[0].sharePercent",
        """{"name":"A","kind":"ooo","founders":[{"name":"B","role":"CEO","sharePercent":"101"}]}""")]
    [InlineData(
        "founders",
        """
        {"name":"A","kind":"ooo","founders":[
          {"name":"B","role":"CEO","sharePercent":"60"},{"name":"C","role":"CTO","sharePercent":"41"}]}
        """)]
    [InlineData("body", """{"name":""")]
    [InlineData("body", "")]
    public Task Bad_input_is_refused_by_field(string field, string body) =>
        registry.RefusedByFieldAsync(registry.Companies, field, body);

    [Fact]
    public async Task The_same_key_and_body_make_one_company()
    {
        var (key, body) = (Guid.CreateVersion7().ToString(), RegistryFixture.Company());
        var first = await registry.Api.CreateAsync(registry.Companies, body, key);
        var again = await registry.Api.CreateAsync(registry.Companies, body, key);
        Assert.Equal(first.Body.ToString(), again.Body.ToString());
        Assert.Equal(first.ETag, again.ETag);
        Assert.Equal(first.Path, again.Path);
        Assert.Equal(
            1, await registry.ScalarAsync<long>("select count(*) from companies where inn = $1", first.Text("inn")));
        var other = await registry.Api.CreateRefusedAsync(registry.Companies, RegistryFixture.Company(), key);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotencyKeyReused"), (other.Status, other.Code));
    }

    [Fact]
    public async Task Parallel_repetitions_make_one_company()
    {
        var (key, body) = (Guid.CreateVersion7().ToString(), RegistryFixture.Company());
        var all = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => registry.Api.CreateAsync(registry.Companies, body, key)));
        Assert.Single(all.Select(company => company.Id).Distinct());
        // Of an attempt that came too late nothing is left, neither its company nor its event.
        Assert.Equal(
            1, await registry.ScalarAsync<long>("select count(*) from companies where inn = $1", all[0].Text("inn")));
        Assert.Equal(
            1,
            await registry.ScalarAsync<long>(
                "select count(*) from outbox join companies on subject = companies.id where inn = $1",
                all[0].Text("inn")));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_created()
    {
        var refused = await registry.Api.RefusedAsync(HttpMethod.Post, registry.Companies, RegistryFixture.Company());
        Assert.Equal((HttpStatusCode.BadRequest, "idempotencyKeyRequired"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Another_media_type_is_refused()
    {
        using var answer = await registry.Http.PostAsync(
            new Uri(registry.Companies, UriKind.Relative), new StringContent("name=A"),
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains(
            "unsupportedMediaType", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }
}
