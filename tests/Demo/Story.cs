namespace Technopark.Demo;

/// <summary>Twelve years of a park: the same for the same seed, wherever and whenever it is played.</summary>
internal sealed class Story
{
    public const int FirstYear = 2014;
    public const int Years = 12;
    private const int CompanyCount = 108;

    /// <summary>Roubles a unit on a day, of no real bank: the rate is part of the story.</summary>
    private static readonly decimal[] Dollar =
        [45.10m, 61.20m, 66.80m, 58.30m, 63.10m, 64.70m, 72.40m, 73.60m, 68.90m, 85.20m, 92.50m, 90.10m, 91.40m];

    private readonly Random _random;

    private Story(int seed)
    {
        // The generator's sequence for a given seed is part of the framework's contract.
        _random = new Random(seed);
        Companies = [.. Enumerable.Range(0, CompanyCount).Select(Company)];
    }

    public IReadOnlyList<CompanyPlan> Companies { get; }

    /// <summary>What the park may call attracted: paid and kept, into residents, not their own funds.</summary>
    public decimal Attracted => Companies.SelectMany(company => company.Rounds).SelectMany(round => round.Tranches)
        .Where(tranche => tranche is { Counts: true, Reversed: false }).Sum(tranche => tranche.Roubles);

    public static Story Of(int seed) => new(seed);

    private CompanyPlan Company(int number)
    {
        var year = FirstYear + (number * Years / CompanyCount);
        var kind =
            (number % 10) switch { 3 => "ao", 7 => "universitySpinOff", 9 when number % 20 == 9 => "team", _ => "ooo" };
        var started = new DateOnly(year, 1, 15).AddDays(_random.Next(200));
        var fate = FateOf(number, year);
        var ended = Earlier(started.AddMonths(12 + _random.Next(22)), new DateOnly(2026, 9, 30));
        string[] founders = [Words.Person(_random), Words.Person(_random)];
        var (inn, ogrn) = kind == "team"
            ? ((string?)null, (string?)null)
            : (Numbers.Inn(_random), Numbers.Ogrn(_random));
        var resident = fate is Fate.Active or Fate.Graduated or Fate.Withdrawn or Fate.Terminated or Fate.Liquidated;
        return new CompanyPlan(
            number, Words.Company(number), kind, inn, ogrn, Words.Okved[_random.Next(Words.Okved.Length)],
            started.AddDays(-400 - _random.Next(300)), founders, Programme: number % 4, year, fate, started, ended,
            kind == "team"
                ? []
                : [.. Enumerable.Range(0, resident ? 1 + _random.Next(3) : _random.Next(2))
                    .Select(round => Round(number, round, started, ended, resident))]);
    }

    private static Fate FateOf(int number, int year) => (number % 12) switch
    {
        4 => Fate.Rejected,
        8 => number % 24 == 8 ? Fate.WaitListed : Fate.ApplicationWithdrawn,
        6 => Fate.Liquidated,
        10 => number % 24 == 10 ? Fate.Withdrawn : Fate.Terminated,
        _ => year >= 2024 ? Fate.Active : Fate.Graduated,
    };

    private RoundPlan Round(int company, int number, DateOnly started, DateOnly ended, bool resident)
    {
        var currency = _random.Next(6) switch { 0 => "USD", 1 => "EUR", _ => "RUB" };
        string[] instruments = ["equity", "convertibleLoan", "grant", "share", "subsidy", "loan", "safe"];
        var instrument = number == 0 && company % 9 == 0 ? "ownFunds" : instruments[_random.Next(instruments.Length)];
        var days = Math.Max(1, ended.DayNumber - started.DayNumber);
        var tranches = Enumerable.Range(0, 1 + _random.Next(3)).Select(tranche =>
        {
            // Every seventh first payment came before the residency and is no merit of the park.
            var early = number == 0 && tranche == 0 && company % 7 == 0;
            var paidOn = early ? started.AddDays(-30) : started.AddDays(_random.Next(days));
            return new TranchePlan(
                AmountIn(currency), paidOn, RateOf(currency, paidOn),
                Counts: resident && !early && instrument != "ownFunds",
                Reversed: company % 23 == 5 && tranche == 1);
        });
        return new RoundPlan(
            number == 0 ? "Посев / Seed" : $"Раунд / Series {(char)('A' + number - 1)}", instrument, currency,
            _random.Next(Words.Investors.Length), [.. tranches]);
    }

    private decimal AmountIn(string currency)
    {
        var kopecks = _random.NextInt64(350_000, 16_400_000) * 605 / 10;
        return currency == "RUB" ? kopecks / 100m : decimal.Round(kopecks / 100m / 75m, 2);
    }

    private static decimal RateOf(string currency, DateOnly day) => currency switch
    {
        "USD" => Dollar[day.Year - FirstYear],
        "EUR" => decimal.Round(Dollar[day.Year - FirstYear] * 1.11m, 4),
        _ => 1m,
    };

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
