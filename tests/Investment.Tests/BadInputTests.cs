using System.Net;
using System.Text;
using System.Text.Json;
using static Technopark.Investment.Tests.InvestmentFixture;

namespace Technopark.Investment.Tests;

public sealed class BadInputTests(InvestmentFixture investment)
{
    [Theory]
    [InlineData("investors", "name", """{"name":"","kind":"fund"}""")]
    [InlineData("investors", "kind", """{"name":"A"}""")]
    [InlineData("investors", "kind", """{"name":"A","kind":"gambler"}""")]
    [InlineData("investors", "surprise", """{"name":"A","kind":"fund","surprise":1}""")]
    [InlineData("rounds", "companyId", """{"companyId":"x","name":"A","instrument":"equity","target":{"amount":"1","currency":"RUB"}}""")]
    [InlineData("rounds", "instrument", """{"companyId":"0190b1f0-0000-7000-8000-000000000001","name":"A","instrument":"futures","target":{"amount":"1","currency":"RUB"}}""")]
    [InlineData("rounds", "target", """{"companyId":"0190b1f0-0000-7000-8000-000000000001","name":"A","instrument":"equity"}""")]
    [InlineData("rounds", "target", """{"companyId":"0190b1f0-0000-7000-8000-000000000001","name":"A","instrument":"equity","target":null}""")]
    [InlineData("rounds", "target", """{"companyId":"0190b1f0-0000-7000-8000-000000000001","name":"A","instrument":"equity","target":{"amount":"0","currency":"RUB"}}""")]
    public async Task Bad_input_is_refused_by_field(string path, string field, string body) =>
        await RefusedAsync($"{investment.Root}/{path}", field, body);

    [Theory]
    [InlineData("""{"amount":"0","currency":"RUB"}""")]
    [InlineData("""{"amount":"-1","currency":"RUB"}""")]
    [InlineData("""{"amount":"0.00001","currency":"RUB"}""")]
    [InlineData("""{"amount":"0.001","currency":"RUB"}""")]
    [InlineData("""{"amount":"1000000000000000","currency":"RUB"}""")]
    [InlineData("""{"amount":"1e3","currency":"RUB"}""")]
    [InlineData("""{"amount":"1,5","currency":"RUB"}""")]
    [InlineData("""{"amount":"много","currency":"RUB"}""")]
    [InlineData("""{"amount":1.5,"currency":"RUB"}""")]
    [InlineData("""{"amount":"1","currency":"rub"}""")]
    [InlineData("""{"amount":"1","currency":"RUBLE"}""")]
    [InlineData("""{"amount":"1"}""")]
    [InlineData("""{"currency":"RUB"}""")]
    [InlineData("""{"amount":"1","currency":"RUB","cents":5}""")]
    [InlineData("""{"amount":null,"currency":"RUB"}""")]
    [InlineData("\"1\"")]
    [InlineData("1")]
    [InlineData("null")]
    public async Task Money_that_is_none_is_refused(string money)
    {
        var commitment = await investment.CommitAsync();
        await RefusedAsync(
            $"{commitment.Path}/tranches", "amount", $$"""{"amount":{{money}},"paidOn":"{{Day(-1)}}","evidence":"п/п 1"}""");
    }

    [Theory]
    [InlineData("paidOn", "2026-02-30", "п/п 1")]
    [InlineData("paidOn", "вчера", "п/п 1")]
    [InlineData("paidOn", "2999-01-01", "п/п 1")]
    [InlineData("evidence", "2024-01-01", "")]
    public async Task A_tranche_has_a_past_date_and_evidence(string field, string paidOn, string evidence)
    {
        var commitment = await investment.CommitAsync();
        await RefusedAsync(
            $"{commitment.Path}/tranches", field,
            $$"""{"amount":{"amount":"1","currency":"RUB"},"paidOn":"{{paidOn}}","evidence":"{{evidence}}"}""");
    }

    [Theory]
    [InlineData("fx.rate", """{"rate":"0","date":"2024-01-01","source":"ЦБ"}""")]
    [InlineData("fx.rate", """{"rate":"-1","date":"2024-01-01","source":"ЦБ"}""")]
    [InlineData("fx.rate", """{"rate":"1.123456789","date":"2024-01-01","source":"ЦБ"}""")]
    [InlineData("fx.rate", """{"rate":"1000000000","date":"2024-01-01","source":"ЦБ"}""")]
    [InlineData("fx.rate", """{"rate":"x","date":"2024-01-01","source":"ЦБ"}""")]
    [InlineData("fx.source", """{"rate":"1","date":"2024-01-01","source":""}""")]
    [InlineData("fx.date", """{"rate":"1","date":"2999-01-01","source":"ЦБ"}""")]
    public async Task A_rate_is_whole(string field, string fx)
    {
        var commitment = await investment.CommitAsync("1000", "USD");
        await RefusedAsync(
            $"{commitment.Path}/tranches", field,
            $$"""{"amount":{"amount":"1","currency":"USD"},"paidOn":"2024-01-02","evidence":"п/п 1","fx":{{fx}}}""");
    }

    [Fact]
    public async Task Nothing_is_made_without_a_key()
    {
        var refused = await investment.Api.RefusedAsync(
            HttpMethod.Post, $"{(await investment.CommitAsync()).Path}/tranches", Tranche("1"));
        Assert.Equal((HttpStatusCode.BadRequest, "idempotencyKeyRequired"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData("investors")]
    [InlineData("issuers")]
    [InlineData("rounds")]
    [InlineData("commitments")]
    [InlineData("tranches")]
    public async Task What_is_not_there_is_not_found(string plural)
    {
        var refused = await investment.Api.RefusedAsync(HttpMethod.Get, $"{investment.Root}/{plural}/{Guid.CreateVersion7()}");
        Assert.Equal((HttpStatusCode.NotFound, "notFound"), (refused.Status, refused.Code));
    }

    private async Task RefusedAsync(string path, string field, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await investment.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal("urn:technopark:problem:invalid", problem.GetProperty("type").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), text);
    }
}
