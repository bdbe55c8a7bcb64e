using Technopark.Contracts;
using Technopark.Contracts.Investment;

namespace Technopark.Insights.Tests;

/// <summary>Each test has a year of its own, so that its part of the one figure can be told.</summary>
public sealed class HeadlineTests(InsightsFixture insights)
{
    [Fact]
    public async Task Counts_what_was_paid_since_the_first_residency_began_to_the_last_decimal()
    {
        var company = Guid.CreateVersion7();
        await insights.HearPaidAsync(company, new DateOnly(1951, 2, 28), 1_000_000);
        await insights.HearPaidAsync(company, new DateOnly(1951, 3, 1), 10_000_000.05m);
        await insights.HearPaidAsync(company, new DateOnly(1951, 9, 1), 999_999_999_999_999.0001m);
        Assert.Equal(0, await insights.AttractedInAsync(1951));
        await insights.HearResidencyAsync(company, new DateOnly(1951, 9, 1));
        Assert.Equal(999_999_999_999_999.0001m, await insights.AttractedInAsync(1951));
        await insights.HearResidencyAsync(company, new DateOnly(1951, 3, 1));
        Assert.Equal(1_000_000_009_999_999.0501m, await insights.AttractedInAsync(1951));
    }

    [Fact]
    public async Task Tells_the_figure_of_any_day()
    {
        var company = Guid.CreateVersion7();
        await insights.HearResidencyAsync(company, new DateOnly(1953, 1, 1));
        await insights.HearPaidAsync(company, new DateOnly(1953, 6, 15), 700);
        var before = await insights.HeadlineAsync(new DateOnly(1953, 6, 14));
        var after = await insights.HeadlineAsync(new DateOnly(1953, 6, 15));
        Assert.Equal(700, InsightsFixture.AmountOf(after) - InsightsFixture.AmountOf(before));
        Assert.Equal("1953-06-15", after.GetProperty("asOf").GetString());
        Assert.Equal("RUB", after.GetProperty("attracted").GetProperty("currency").GetString());
    }

    [Fact]
    public async Task Leaves_out_own_funds_and_companies_without_a_residency()
    {
        var (resident, guest) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await insights.HearResidencyAsync(resident, new DateOnly(1955, 1, 1));
        await insights.HearPaidAsync(resident, new DateOnly(1955, 5, 1), 400, InvestmentClass.OwnFunds);
        await insights.HearPaidAsync(guest, new DateOnly(1955, 5, 1), 300);
        Assert.Equal(0, await insights.AttractedInAsync(1955));
    }

    [Theory]
    [InlineData(1957, true)]
    [InlineData(1959, false)]
    public async Task A_reversal_takes_a_payment_out_of_every_date_whichever_is_heard_first(int year, bool paymentFirst)
    {
        var (company, tranche, paidOn) = (Guid.CreateVersion7(), Guid.CreateVersion7(), new DateOnly(year, 5, 1));
        await insights.HearResidencyAsync(company, new DateOnly(year, 1, 1));
        await insights.HearPaidAsync(company, paidOn, 50);
        var reversal = new TrancheReversed(
            tranche, Guid.CreateVersion7(), Guid.CreateVersion7(), company, Money.Roubles(120), "ошибка банка")
        { Version = 2 };
        if (paymentFirst)
        {
            await insights.HearPaidAsync(company, paidOn, 120, tranche: tranche);
            Assert.Equal(170, await insights.AttractedInAsync(year));
        }

        await insights.HearAsync(reversal, times: 2);
        if (!paymentFirst)
        {
            await insights.HearPaidAsync(company, paidOn, 120, tranche: tranche);
        }

        Assert.Equal(50, await insights.AttractedInAsync(year));
    }

    [Fact]
    public async Task Its_parts_add_up_and_lead_to_the_payments()
    {
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await insights.HearResidencyAsync(one, new DateOnly(1961, 1, 1));
        await insights.HearResidencyAsync(two, new DateOnly(1961, 1, 1));
        await insights.HearPaidAsync(one, new DateOnly(1961, 2, 1), 100);
        var grant = await insights.HearPaidAsync(one, new DateOnly(1961, 3, 1), 20, InvestmentClass.Grant);
        await insights.HearPaidAsync(two, new DateOnly(1961, 4, 1), 3);
        var figure = await insights.HeadlineAsync(new DateOnly(1961, 12, 31));
        var year = figure.GetProperty("byYear").EnumerateArray().Single(
            part => part.GetProperty("year").GetInt32() == 1961);
        Assert.Equal(
            (123m, 2, 3),
            (
                InsightsFixture.AmountOf(year), year.GetProperty("companies").GetInt32(),
                year.GetProperty("tranches").GetInt32()));
        foreach (var parts in new[] { "byYear", "byClass" })
        {
            Assert.Equal(
                InsightsFixture.AmountOf(figure),
                figure.GetProperty(parts).EnumerateArray().Sum(InsightsFixture.AmountOf));
        }

        var payments = await PaymentsAsync("asOf=1961-12-31&year=1961");
        Assert.Equal(
            ["3.0000", "20.0000", "100.0000"],
            payments.Select(payment => payment.GetProperty("rubAmount").GetProperty("amount").GetString()));
        var found = Assert.Single(await PaymentsAsync("asOf=1961-12-31&year=1961&class=grant"));
        Assert.Equal(
            (grant, "п/п 17"), (found.GetProperty("eventId").GetGuid(), found.GetProperty("evidence").GetString()));
        Assert.Equal(2, (await PaymentsAsync("asOf=1961-03-31&year=1961")).Count);
    }

    [Theory]
    [InlineData("headline?asOf=31.12.2020", "asOf")]
    [InlineData("headline/tranches?class=gift", "class")]
    public async Task A_bad_question_is_refused_by_field(string path, string field) =>
        Assert.Equal($"400 {field}", await insights.GetRefusedAsync($"{insights.Root}/{path}"));

    private async Task<List<JsonElement>> PaymentsAsync(string query) =>
        await insights.Api.ListAsync($"{insights.Root}/headline/tranches?{query}", limit: 2).ToListAsync();
}
