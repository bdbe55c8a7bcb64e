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
    [InlineData(
        "founders[0].sharePercent",
        """{"name":"A","kind":"ooo","founders":[{"name":"B","role":"CEO","sharePercent":"101"}]}""")]
    [InlineData(
        "founders",
        """
        {"name":"A","kind":"ooo","founders":[
          {"name":"B","role":"CEO","sharePercent":"60"},{"name":"C","role":"CTO","sharePercent":"41"}]}
        """)]
    [InlineData("body", "")]
    public async Task Bad_input_is_refused_by_field(string field, string body) =>
        Assert.Equal($"400 {field}", await registry.BodyRefusedAsync(registry.Companies, body));

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
                "select count(*) from events join companies on subject = companies.id where inn = $1",
                all[0].Text("inn")));
    }
}
