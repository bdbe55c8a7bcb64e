using Technopark.Contracts;
using Technopark.Contracts.Investment;
using Technopark.Contracts.Registry;

namespace Technopark.Insights.Tests;

/// <summary>Of a sole trader who was erased the figures stay, whatever else is told of them afterwards.</summary>
public sealed class ErasedCompanyTests(InsightsFixture insights)
{
    private const string Written = """
        select (select count(*) from timeline t where t::text like '%' || $1 || '%')
            + (select count(*) from tranche t where t::text like '%' || $1 || '%')
            + (select count(*) from company_replica c where c::text like '%' || $1 || '%')
        """;

    private static readonly DateOnly Paid = new(2025, 3, 4);

    [Fact]
    public async Task No_word_is_left_and_none_comes_back_by_a_message_that_was_late()
    {
        var (company, name) = (Guid.CreateVersion7(), $"Shadow{Guid.CreateVersion7():N}");
        await TellAsync(company, name);
        Assert.Equal(4, await WrittenAsync(name));

        await insights.HearAsync(new CompanyErased(company) { Version = 3 });
        Assert.Equal(0, await WrittenAsync(name));

        await TellAsync(company, name);
        Assert.Equal(0, await WrittenAsync(name));
        Assert.Equal(2, await insights.ScalarAsync<long>(
            "select count(*) from tranche where company_id = $1 and rub_amount = 1000 and currency = 'RUB'", company));
        Assert.Equal(5, (await insights.Api.GetAsync($"{insights.Root}/companies/{company}/timeline")).Items.Count);
    }

    [Fact]
    public async Task What_was_on_its_way_meanwhile_is_found_afterwards()
    {
        var (company, name) = (Guid.CreateVersion7(), $"Shadow{Guid.CreateVersion7():N}");
        await insights.HearAsync(new CompanyErased(company) { Version = 3 });
        await insights.ScalarAsync<Guid>(
            """
            insert into timeline (event_id, type, recorded_at, company_id, subject, version, data)
            values (gen_random_uuid(), 'technopark.registry.companyRejected.v1', now(), $1, $1, 2,
                jsonb_build_object('companyId', $1, 'reason', $2, 'version', 2))
            returning event_id
            """, company, name);
        Assert.Equal(1, await WrittenAsync(name));
        await insights.ScalarAsync<Guid>(
            "update erased_company set erased_at = now() - interval '1 hour' where id = $1 returning id", company);
        await Eventually.TrueAsync("it is erased too", async () => await WrittenAsync(name) == 0);
    }

    private async Task TellAsync(Guid company, string name)
    {
        await insights.HearAsync(
            new CompanyVerified(company, name, CompanyKind.Ip, "500100732259", null, "62.01", "78") { Version = 2 });
        await insights.HearAsync(new TranchePaid(
            Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), company, Guid.CreateVersion7(),
            InvestmentClass.Equity, Money.Roubles(1000), Money.Roubles(1000), null, Paid, name)
        { Version = 1 });
    }

    private Task<long> WrittenAsync(string name) => insights.ScalarAsync<long>(Written, name);
}
