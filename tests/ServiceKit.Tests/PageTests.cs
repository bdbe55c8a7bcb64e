using Microsoft.EntityFrameworkCore;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.Tests;

/// <summary>Any page of a list costs what the first does: the database begins where the page before ended.</summary>
public sealed class PageTests(SampleFixture sample)
{
    private const int Rows = 30_000;

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_page_far_down_is_found_by_its_index(bool descending)
    {
        await sample.ReadAsync($"""
            create table if not exists deep (id uuid primary key, created_at timestamptz not null);
            truncate deep;
            insert into deep select gen_random_uuid(), now() - make_interval(secs => n / 3)
            from generate_series(1, {Rows}) n;
            create index if not exists ix_deep on deep (created_at, id);
            """);
        await sample.ReadAsync("analyze deep");
        var statements = new Statements();
        await using var db = new DeepDb(sample.Database, statements);
        var (cursor, seen) = ((string?)null, new List<Guid>());
        do
        {
            var page = await db.Deep.AsNoTracking().PageAsync(
                new Paging(200, cursor, null!), "deep", row => row.CreatedAt, row => row.Id, descending, row => row.Id,
                TestContext.Current.CancellationToken);
            seen.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(Rows, seen.Distinct().Count());
        var plan = await sample.Rows.PlanOfAsync(statements.Last!, "costs off");
        Assert.Contains("Index Cond: (ROW(created_at, id)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Filter", plan, StringComparison.Ordinal);
    }

    internal sealed class DeepRow
    {
        public Guid Id { get; init; }

        public DateTimeOffset CreatedAt { get; init; }
    }

    private sealed class DeepDb(string database, Statements statements) : DbContext
    {
        public DbSet<DeepRow> Deep => Set<DeepRow>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder
            .UseNpgsql(database).UseSnakeCaseNamingConvention().AddInterceptors(statements);
    }
}
