using Npgsql;
using Technopark.Contracts.Investment;

namespace Technopark.Insights.Features.Headline;

/// <summary>Computes the headline: one statement, one snapshot, so that the parts add up to the whole.</summary>
internal sealed class HeadlineQuery(NpgsqlDataSource database, TimeProvider clock)
{
    // The first and the last day that a program here can name are infinite in PostgreSQL, and have no year there.
    private const string Year = "date_part('year', least(greatest(paid_on, '0001-01-01'), '9999-12-31'))::int";

    private const string Sql = $"""
        select class, {Year}, coalesce(sum(rub_amount), 0), count(distinct company_id),
            count(*)
        from ({CountedTrancheMap.Sql}) counted
        where paid_on <= $1
        group by grouping sets ((), (class), ({Year}))
        order by 2
        """;

    public DateOnly Today => clock.Today();

    public async Task<HeadlineView> AsOfAsync(DateOnly asOf, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = asOf });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var whole = new HeadlineView(Money.Roubles(0), asOf, 0, 0, [], []);
        var (classes, years) = (new List<HeadlineView.OfClass>(), new List<HeadlineView.OfYear>());
        while (await reader.ReadAsync(ct))
        {
            var sum = Money.Roubles(reader.GetDecimal(2));
            var (companies, tranches) = (reader.GetInt64(3), reader.GetInt64(4));
            if (!reader.IsDBNull(0))
            {
                classes.Add(new(Enum.Parse<InvestmentClass>(reader.GetString(0)), sum, companies, tranches));
            }
            else if (!reader.IsDBNull(1))
            {
                years.Add(new(reader.GetInt32(1), sum, companies, tranches));
            }
            else
            {
                whole = whole with { Attracted = sum, Companies = companies, Tranches = tranches };
            }
        }

        return whole with { ByClass = [.. classes.OrderBy(part => part.Class)], ByYear = years };
    }
}
