using System.Text;
using static Technopark.TestKit.ProblemAssert;

namespace Technopark.ServiceDefaults.Tests;

public sealed class ProblemTests(Sample sample) : IClassFixture<Sample>
{
    [Fact]
    public async Task What_fits_is_accepted()
    {
        var response = await PostAsync("""{"name":"Н","count":2,"colour":"darkBlue"}""");
        Assert.Equal("""{"name":"Н","count":2,"colour":"darkBlue"}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"name":"a","count":1,"colour":"red","surprise":1}""", "surprise")]
    [InlineData("""{"name":"a","count":"x","colour":"red"}""", "count")]
    [InlineData("""{"name":"a","count":"1","colour":"red"}""", "count")]
    [InlineData("""{"name":"a","count":1,"colour":"green"}""", "colour")]
    [InlineData("""{"name":"a","count":1,"colour":0}""", "colour")]
    [InlineData("""{"name":null,"count":1,"colour":"red"}""", "name")]
    [InlineData("""{"count":1,"colour":"red"}""", "name")]
    public async Task A_field_that_breaks_a_rule_is_named(string json, string field)
    {
        var problem = await IsProblemAsync(await PostAsync(json), HttpStatusCode.BadRequest, "invalid");
        Assert.Equal(field, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
        Assert.DoesNotContain("System.", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Technopark.", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"name\":\"a\"}}")]
    public async Task A_body_that_is_no_such_thing_is_invalid(string body)
    {
        var problem = await IsProblemAsync(await PostAsync(body), HttpStatusCode.BadRequest, "invalid");
        Assert.DoesNotContain("Technopark.", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/things?limit=x")]
    [InlineData("/things")]
    public async Task A_parameter_that_does_not_fit_is_named(string address)
    {
        var problem = await IsProblemAsync(await sample.Client.GetAsync(address), HttpStatusCode.BadRequest, "invalid");
        Assert.True(problem.GetProperty("errors").TryGetProperty("limit", out _));
    }

    [Fact]
    public async Task Broken_rules_are_listed_by_field_in_camel_case()
    {
        var response = await sample.Client.GetAsync("/rules");
        var problem = await IsProblemAsync(response, HttpStatusCode.BadRequest, "invalid");
        Assert.Equal("Too much.", problem.GetProperty("errors").GetProperty("founders[0].shareOf")[0].GetString());
    }

    [Fact]
    public async Task An_exception_that_nobody_expected_says_nothing()
    {
        var problem = await IsProblemAsync(
            await sample.Client.GetAsync("/unknown"), HttpStatusCode.InternalServerError, "internal");
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProblemKind.Invalid, 400)]
    [InlineData(ProblemKind.Forbidden, 403)]
    [InlineData(ProblemKind.NotFound, 404)]
    [InlineData(ProblemKind.Conflict, 409)]
    [InlineData(ProblemKind.PreconditionFailed, 412)]
    [InlineData(ProblemKind.Unprocessable, 422)]
    [InlineData(ProblemKind.PreconditionRequired, 428)]
    [InlineData(ProblemKind.Unavailable, 503)]
    public async Task A_refusal_has_its_kinds_status_and_its_own_code(ProblemKind kind, int status)
    {
        var response = await sample.Client.GetAsync($"/refused?kind={kind}");
        var problem = await IsProblemAsync(response, (HttpStatusCode)status, "someCode");
        Assert.Equal("Say it to the caller.", problem.GetProperty("detail").GetString());
        Assert.Equal(kind == ProblemKind.Unavailable, response.Headers.RetryAfter is not null);
    }

    [Fact]
    public async Task An_unknown_address_a_wrong_method_and_a_wrong_type_are_problems_too()
    {
        await IsProblemAsync(await sample.Client.GetAsync("/nowhere"), HttpStatusCode.NotFound, "notFound");
        await IsProblemAsync(
            await sample.Client.DeleteAsync("/things"), HttpStatusCode.MethodNotAllowed, "methodNotAllowed");
        using var text = new StringContent("{}", Encoding.UTF8, "text/plain");
        var refused = await sample.Client.PostAsync("/things", text);
        await IsProblemAsync(refused, HttpStatusCode.UnsupportedMediaType, "unsupportedMediaType");
    }

    [Theory]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.8", "Такого нет")]
    [InlineData("en", "There is no such thing")]
    public async Task The_title_is_in_the_callers_language(string language, string title)
    {
        var response = await AskAsync("/nowhere", "Accept-Language", language);
        var problem = await IsProblemAsync(response, HttpStatusCode.NotFound, "notFound");
        Assert.Equal(title, problem.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("/nowhere", 404, "notFound")]
    [InlineData("/refused?kind=Conflict", 409, "someCode")]
    [InlineData("/unknown", 500, "internal")]
    public async Task Whoever_would_rather_have_something_else_gets_the_problem_all_the_same(
        string address, int status, string code) =>
        await IsProblemAsync(await AskAsync(address, "Accept", "text/event-stream"), (HttpStatusCode)status, code);

    private Task<HttpResponseMessage> PostAsync(string json) =>
        sample.Client.PostAsync("/things", new StringContent(json, Encoding.UTF8, "application/json"));

    private async Task<HttpResponseMessage> AskAsync(string address, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { header, value } } };
        return await sample.Client.SendAsync(request);
    }
}
