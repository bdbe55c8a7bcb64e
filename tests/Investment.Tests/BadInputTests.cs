using static Technopark.Investment.Tests.InvestmentFixture;

namespace Technopark.Investment.Tests;

public sealed class BadInputTests(InvestmentFixture investment)
{
    [Theory]
    [InlineData("investors", "name", """{"name":"","kind":"fund"}""")]
    [InlineData("investors", "kind", """{"name":"A"}""")]
    [InlineData("investors", "kind", """{"name":"A","kind":"gambler"}""")]
    [InlineData(
        "rounds", "companyId",
        """{"companyId":"x","name":"A","instrument":"equity","target":{"amount":"1","currency":"RUB"}}""")]
    [InlineData(
        "rounds", "instrument",
        """{"companyId":"ID","name":"A","instrument":"futures","target":{"amount":"1","currency":"RUB"}}""")]
    [InlineData("rounds", "target", """{"companyId":"ID","name":"A","instrument":"equity"}""")]
    [InlineData("rounds", "target", """{"companyId":"ID","name":"A","instrument":"equity","target":null}""")]
    [InlineData(
        "rounds", "target",
        """{"companyId":"ID","name":"A","instrument":"equity","target":{"amount":"0","currency":"RUB"}}""")]
    public async Task Bad_input_is_refused_by_field(string path, string field, string body) =>
        Assert.Equal(
            $"400 {field}",
            await investment.BodyRefusedAsync(
                $"{investment.Root}/{path}", body.Replace("ID", $"{Guid.NewGuid()}", StringComparison.Ordinal)));

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
        var tranche = $$"""{"amount":{{money}},"paidOn":"{{Day(-1)}}","evidence":"п/п 1"}""";
        Assert.Equal("400 amount", await PayRefusedAsync(tranche));
    }

    [Theory]
    [InlineData("paidOn", "2026-02-30", "п/п 1")]
    [InlineData("paidOn", "вчера", "п/п 1")]
    [InlineData("paidOn", "2999-01-01", "п/п 1")]
    [InlineData("evidence", "2024-01-01", "")]
    public async Task A_tranche_has_a_past_date_and_evidence(string field, string paidOn, string evidence)
    {
        const string rouble = """{"amount":"1","currency":"RUB"}""";
        var tranche = $$"""{"amount":{{rouble}},"paidOn":"{{paidOn}}","evidence":"{{evidence}}"}""";
        Assert.Equal($"400 {field}", await PayRefusedAsync(tranche));
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
        const string dollar = """{"amount":"1","currency":"USD"}""";
        var tranche = $$"""{"amount":{{dollar}},"paidOn":"2024-01-02","evidence":"п/п 1","fx":{{fx}}}""";
        Assert.Equal($"400 {field}", await PayRefusedAsync(tranche, "USD"));
    }

    [Theory]
    [InlineData("100.5000", "RUB")]
    [InlineData("100.0000", "JPY")]
    [InlineData("100.1250", "KWD")]
    public async Task A_currency_has_its_own_decimals_and_zeros_are_none(string amount, string currency)
    {
        var round = await investment.OpenRoundAsync(currency: currency);
        Assert.Equal($"{amount} {currency}", (await investment.CommitAsync(round, amount, currency)).Sum("amount"));
    }

    [Fact]
    public async Task A_sum_kept_before_still_reads()
    {
        var commitment = await investment.CommitAsync("100");
        await investment.ScalarAsync<decimal>(
            "update commitments set amount_amount = 100.005 where id = $1 returning amount_amount", commitment.Id);
        Assert.Equal("100.0050 RUB", (await investment.NowAsync(commitment)).Sum("amount"));
    }

    private async Task<string> PayRefusedAsync(string tranche, string currency = "RUB") =>
        await investment.BodyRefusedAsync($"{(await investment.CommitAsync("1000", currency)).Path}/tranches", tranche);
}
