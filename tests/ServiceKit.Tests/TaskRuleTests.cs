using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Data;
using Technopark.ServiceKit.Domain;
using Technopark.ServiceKit.Tasks;

namespace Technopark.ServiceKit.Tests;

/// <summary>What waits is found by its index, however much there is of it.</summary>
public sealed partial class TaskRuleTests
{
    private const int Waiting = 10_000;
    private const int Page = 51;

    private static readonly TaskThing<OrderDb, Order> Orders = new(_ => order => order.Name, order => order.CompanyId);
    private static readonly TaskRule ForPark = Orders.Waits("Pack", Turn.Park, [OrderStatus.Made], days: 3, "waits");
    private static readonly TaskRule ForOwner = Orders.Waits("Pay", Turn.Owner, [OrderStatus.Made], days: 3, "waits");
    private static readonly Guid Owner = Guid.CreateVersion7();

    [Fact]
    public async Task A_part_of_ten_thousand_reads_no_more_than_it_shows()
    {
        await using var orders = await OrdersAsync();
        foreach (var (rule, caller, atMost) in new (TaskRule, Caller, int)[]
        {
            (ForPark, Caller.System, Page), (ForOwner, new Caller(Owner, false, Roles.Founder, false), 3),
        })
        {
            var question = orders.Question();
            var first = await orders.Db.AskAsync(caller, () => rule.FindAsync(question, null, Page, default));
            Assert.Equal(atMost, first.Count);
            Assert.Equal(first.OrderBy(thing => thing.Due).ThenBy(thing => thing.Since), first);
            Assert.All(first, thing => Assert.Equal("Невская", thing.CompanyName));
            AssertReads(atMost, await orders.PlanAsync());
            await orders.Db.AskAsync(caller, () => rule.FindAsync(question, first[^1].Place, Page, default));
            AssertReads(atMost, await orders.PlanAsync());
            var count = await orders.Db.AskAsync(caller, () => rule.CountAsync(question, default));
            Assert.Equal(caller.SeesAll ? Waiting : 3, count.Count);
            Assert.Equal(caller.SeesAll, count.Overdue > 0);
        }
    }

    private static void AssertReads(int atMost, string plan)
    {
        Assert.DoesNotContain("Seq Scan on orders", plan, StringComparison.Ordinal);
        Assert.Contains("on orders", plan, StringComparison.Ordinal);
        Assert.All(
            Read().Matches(plan), read => Assert.InRange(
                double.Parse(read.Groups[1].ValueSpan, CultureInfo.InvariantCulture), 0, atMost));
    }

    private static async Task<OrderBook> OrdersAsync()
    {
        var book = await OrderBook.OpenAsync();
        await book.RunAsync($"""
            insert into company_replica (id, status, status_version, name, facts_version, registered_on_version,
                owner_ids, owners_version)
            select gen_random_uuid(), 'Verified', 1, 'Невская', 1, 0,
                array[case when n <= 3 then '{Owner}'::uuid else gen_random_uuid() end], 1
            from generate_series(1, {Waiting}) n;
            insert into orders (id, created_at, version, name, company_id, status, status_since)
            select gen_random_uuid(), now(), 1, 'order', id, 'Made',
                now() - make_interval(hours => (row_number() over (order by owner_ids <> array['{Owner}'::uuid]))::int)
            from company_replica;
            analyze orders;
            analyze company_replica;
            """);
        return book;
    }

    [GeneratedRegex(@" on orders.*actual rows=([0-9.]+)")]
    private static partial Regex Read();

    private sealed class OrderBook(TestDatabase database, OrderDb db, Statements statements) : IAsyncDisposable
    {
        private readonly NpgsqlDataSource _rows = NpgsqlDataSource.Create(database.ConnectionString);

        public OrderDb Db => db;

        public static async Task<OrderBook> OpenAsync()
        {
            var (database, statements) = (await TestDatabase.CreateAsync("orders"), new Statements());
            var db = new OrderDb(new DbContextOptionsBuilder<OrderDb>().UseNpgsql(database.ConnectionString)
                .UseSnakeCaseNamingConvention().AddInterceptors(statements).Options);
            await db.Database.EnsureCreatedAsync();
            return new OrderBook(database, db, statements);
        }

        public TaskQuestion Question() => new(
            db, new ServiceCollection().BuildServiceProvider(), new TaskMoment(DateTimeOffset.UtcNow, TimeZoneInfo.Utc),
            Days: 3, Unowned: false, "pack");

        public async Task RunAsync(string sql)
        {
            await using var command = _rows.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }

        public Task<string> PlanAsync() =>
            _rows.PlanOfAsync(statements.Last!, "analyze, costs off, timing off, summary off");

        public async ValueTask DisposeAsync()
        {
            await db.DisposeAsync();
            await _rows.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    internal enum OrderStatus
    {
        Made,
        Packed,
    }

    internal sealed class Order : StatefulRoot
    {
        public OrderStatus Status { get; private set; }

        public string Name { get; private set; } = "";

        public Guid CompanyId { get; private set; }
    }

    internal sealed class OrderDb(DbContextOptions<OrderDb> options) : CentreDb(options)
    {
        public DbSet<Order> Orders => Set<Order>();

        public DbSet<CompanyReplica> Companies => Set<CompanyReplica>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            modelBuilder.Entity<Order>().HasIndex(order => order.CompanyId);
            modelBuilder.Entity<Order>().HasQueryFilter(order => Caller.SeesAll || Companies.Any(
                company => company.Id == order.CompanyId && company.OwnerIds.Contains(Caller.Owner)));
        }
    }
}
