using Technopark.Contracts;
using Technopark.Contracts.Incubation;
using Technopark.Contracts.Investment;
using Technopark.Insights.Tests;

// What is behind the headline is one sum: two tests at a time could not tell their parts of it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(InsightsFixture))]

namespace Technopark.Insights.Tests;

/// <summary>Insights, with feeds of the other centres that a test can fill.</summary>
public sealed class InsightsFixture : CentreFixture<Program>
{
    private static readonly IEnumerable<string> Centres = ParkClient.Repository.Centres.Except(["insights"]);

    private readonly NeighbourServer _others;

    public InsightsFixture() : base("insights") => _others = NeighbourServer.Start(Name, Feed);

    /// <summary>What the feeds of all centres say.</summary>
    public RecordedFeed Feed { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        Centres.Select(centre => KeyValuePair.Create($"services:{centre}:grpc:0", (string?)_others.Grpc))
            .Append(new("services:identity:http:0", _others.Tokens)).Append(new("Retention:Every", "00:00:01"));

    public Task<Guid> HearResidencyAsync(Guid company, DateOnly startedOn) =>
        HearAsync(
            new ResidencyStarted(Guid.CreateVersion7(), company, Guid.CreateVersion7(), startedOn) { Version = 3 });

    public Task<Guid> HearPaidAsync(
        Guid company, DateOnly paidOn, decimal roubles, InvestmentClass ofClass = InvestmentClass.Equity,
        Guid? tranche = null) =>
        HearAsync(new TranchePaid(
            tranche ?? Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), company,
            Guid.CreateVersion7(), ofClass,
            Money.Roubles(roubles), Money.Roubles(roubles), null, paidOn, "п/п 17")
        { Version = 1 });

    public async Task<JsonElement> HeadlineAsync(DateOnly? asOf = null) =>
        (await Api.GetAsync($"{Root}/headline{(asOf is { } day ? $"?asOf={day:yyyy-MM-dd}" : "")}")).Body;

    /// <summary>What was attracted in one year, by the difference of two dates.</summary>
    public async Task<decimal> AttractedInAsync(int year) => AmountOf(await HeadlineAsync(new DateOnly(year, 12, 31)))
        - AmountOf(await HeadlineAsync(new DateOnly(year - 1, 12, 31)));

    public static decimal AmountOf(JsonElement part) =>
        decimal.Parse(part.GetProperty("attracted").GetProperty("amount").GetString()!, CultureInfo.InvariantCulture);

    /// <summary>Every row of the read models that tells of these events and companies, as text.</summary>
    public async Task<string> RowsAsync(Guid[] events, Guid[] companies)
    {
        var rows = "";
        foreach (var (table, column, ids) in new[]
        {
            ("timeline", "event_id", events), ("timeline_mention", "event_id", events),
            ("company_replica", "id", companies), ("residency", "company_id", companies),
            ("tranche", "company_id", companies),
        })
        {
            rows += await ScalarAsync<string>(
                $"""
                select coalesce(string_agg(t::text, e'\n' order by t::text), '') || e'\n'
                from {table} t where {column} = any($1)
                """,
                ids);
        }

        return rows;
    }
}
