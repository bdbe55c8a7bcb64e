using Technopark.Investment.Tests;

[assembly: AssemblyFixture(typeof(InvestmentFixture))]

namespace Technopark.Investment.Tests;

/// <summary>Investment tracking, and what its clients do with it.</summary>
public sealed class InvestmentFixture() : CentreFixture<Program>("investment")
{
    public static object Money(string amount, string currency = "RUB") => new { amount, currency };

    /// <summary>A legal date so many days from today, as JSON has it.</summary>
    public static string Day(int fromToday) =>
        DateOnly.FromDateTime(DateTime.UtcNow).AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static object Round(Guid company, string currency = "RUB", string instrument = "equity") =>
        new { companyId = company, name = "Посев", instrument, target = Money("20000000", currency) };

    public static object Tranche(string amount, string currency = "RUB", object? fx = null, int paid = -1) =>
        new { amount = Money(amount, currency), paidOn = Day(paid), evidence = "п/п 17", fx };

    public static object Rate(string rate = "91.2345", int day = -1) =>
        new { rate, date = Day(day), source = "Банк России" };

    public Task<Thing> RegisterInvestorAsync(string kind = "fund") =>
        Api.CreateAsync($"{Root}/investors", new { name = "Фонд Предпосевной", kind });

    public async Task<Thing> PlanRoundAsync(
        Guid? company = null, string currency = "RUB", string instrument = "equity") =>
        await Api.CreateAsync($"{Root}/rounds", Round(company ?? await CompanyAsync(), currency, instrument));

    public async Task<Thing> OpenRoundAsync(
        Guid? company = null, string currency = "RUB", string instrument = "equity") =>
        await Api.ActAsync(await PlanRoundAsync(company, currency, instrument), "open");

    public async Task<Thing> CommitAsync(
        Thing round, string amount, string currency = "RUB", string investor = "fund") =>
        await Api.CreateAsync(
            $"{round.Path}/commitments",
            new { investorId = (await RegisterInvestorAsync(investor)).Id, amount = Money(amount, currency) });

    /// <summary>A commitment in an open round of its own.</summary>
    public async Task<Thing> CommitAsync(string amount = "1000", string currency = "RUB") =>
        await CommitAsync(await OpenRoundAsync(currency: currency), amount, currency);

    public Task<Thing> PayAsync(Thing commitment, string amount, string? key = null, int paid = -1) =>
        Api.CreateAsync($"{commitment.Path}/tranches", Tranche(amount, paid: paid), key);

    public Task<string> PayRefusedAsync(Thing commitment, object tranche, string? key = null) =>
        CreateRefusedAsync($"{commitment.Path}/tranches", tranche, key);

    public Task<Thing> ReverseAsync(Thing tranche) => Api.ActAsync(tranche, "reverse", new { reason = "ошибка банка" });

    public async Task<Thing> RoundOfAsync(Thing commitment) =>
        await Api.GetAsync($"{Root}/rounds/{commitment.Text("roundId")}");
}
