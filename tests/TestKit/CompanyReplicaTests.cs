using Technopark.Contracts;
using Technopark.Contracts.Registry;
using Xunit;

namespace Technopark.TestKit;

/// <summary>A centre knows a company as the registry last said, whatever comes first and however often.</summary>
public abstract class CompanyReplicaTests<TProgram>(CentreFixture<TProgram> centre)
    where TProgram : class
{
    /// <summary>
    /// Every event about a company whose owner is the service that registers companies; after that of its erasure
    /// nothing is told any more.
    /// </summary>
    private static readonly Type[] Events = [.. EventTypes.All
        .Where(type =>
            type.Namespace == typeof(CompanyRegistered).Namespace && type.GetProperty("CompanyId") is not null
            && type != typeof(CompanyErased))
        .OrderBy(type => type != typeof(CompanyRegistered)).ThenBy(type => type.Name)];

    /// <summary>Each event as the newest of them all, that comes last or first.</summary>
    public static TheoryData<string, bool> Newest => new(
        from type in Events.Skip(1) from first in (bool[])[false, true] select (type.Name, first));

    [Theory, MemberData(nameof(Newest))]
    public async Task It_follows_every_event_in_any_order_and_twice(string newest, bool comesFirst)
    {
        var company = Guid.CreateVersion7();
        IntegrationEvent[] life = [.. Events.OrderBy(type => type.Name == newest)
            .Select((type, before) => CompanyEvents.Of(type, company, before + 1))];
        foreach (var message in comesFirst ? life.Reverse() : life)
        {
            await centre.HearAsync(message, times: 2);
        }

        var told = Known.From(life);
        var (name, status) = await ShownAsync(company);
        Same(
            $"{told.Status} {told.Facts} {told.Owner}",
            await centre.ScalarAsync<string>(
                """
                select concat_ws(' ', status, name, okved_main, region, owner_ids[1]) from company_replica where id = $1
                """, company));
        Same(told.Facts.Split(' ')[0], name);
        Same(JsonNamingPolicy.CamelCase.ConvertName(told.Status), status ?? told.Status);
    }

    [Fact]
    public async Task It_does_not_hear_the_name_of_an_erased_sole_trader_again()
    {
        var (company, name) = (Guid.CreateVersion7(), $"Тень-{Guid.CreateVersion7():N}");
        await centre.HearAsync(CompanyEvents.Verified(company, name));
        Same("1", $"{await KnownAsync()}");
        await centre.HearAsync(CompanyEvents.Corrected(company, EventWords.Erased));
        await centre.HearAsync(new CompanyErased(company) { Version = 4 });
        await centre.HearAsync(CompanyEvents.Corrected(company, name, version: 9));
        Same("0", $"{await KnownAsync()}");

        Task<long> KnownAsync() => centre.ScalarAsync<long>(
            "select count(*) from company_replica c where c::text like '%' || $1 || '%'", name);
    }

    /// <summary>What the centre shows of a company: its name, and where it stands where that is shown.</summary>
    protected virtual async Task<(string Name, string? Status)> ShownAsync(Guid company)
    {
        var shown = await centre.Api.GetAsync($"{centre.Root}/companies/{company}");
        return (shown.Text("name"), shown.Status);
    }

    private static void Same(string expected, string was)
    {
        if (!string.Equals(expected, was, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"Expected {expected}, was {was}.");
        }
    }

    /// <summary>What the newest event of each part tells.</summary>
    private sealed record Known(string Status, string Facts, string Owner)
    {
        public static Known From(IEnumerable<IntegrationEvent> life) => life.Aggregate(
            new Known("", "", ""), (known, message) => message switch
            {
                CompanyRegistered e => new("Registered", $"{e.Name} {e.OkvedMain} {e.Region}", $"{e.OwnerIds![0]}"),
                CompanyOwnersChanged e => known with { Owner = $"{e.OwnerIds[0]}" },
                CompanyCorrected e => known with { Facts = $"{e.Name} {e.OkvedMain} {e.Region}" },
                CompanyVerified e => known with
                {
                    Status = "Verified",
                    Facts = $"{e.Name} {e.OkvedMain} {e.Region}",
                },
                CompanyVerificationRevoked => known with { Status = "Registered" },
                CompanyRejected => known with { Status = "Rejected" },
                CompanyLiquidated => known with { Status = "Liquidated" },
                _ => throw new InvalidOperationException(
                    $"Say here what a centre learns of a company from {message.GetType().Name}."),
            });
    }
}
