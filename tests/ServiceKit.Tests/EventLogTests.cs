using Npgsql;
using Technopark.ServiceKit.Data;
using Technopark.ServiceKit.Feed;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Tests;

/// <summary>The log in a database where nobody publishes.</summary>
public sealed class EventLogTests : IAsyncLifetime
{
    private TestDatabase? _database;
    private NpgsqlDataSource _rows = null!;
    private NpgsqlDataSource _unpooled = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync("log");
        _rows = NpgsqlDataSource.Create(_database.ConnectionString);
        _unpooled = NpgsqlDataSource.Create($"{_database.ConnectionString};Pooling=false");
        // As the version before had it.
        await ExecuteAsync("""
            create table outbox (
                id uuid primary key, type text not null, subject uuid not null, company_id uuid,
                time timestamptz not null, correlation_id uuid, causation_id uuid, traceparent text, data text not null,
                position bigint generated always as identity, transaction xid8 not null default pg_current_xact_id(),
                sent_at timestamptz);
            create index ix_outbox_position on outbox (position);
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await _unpooled.DisposeAsync();
        await _rows.DisposeAsync();
        await _database!.DisposeAsync();
    }

    [Fact]
    public async Task What_the_version_before_had_sent_is_the_beginning_of_the_log()
    {
        await InsertAsync(3, "sent", "now()");
        await InsertAsync(2, "waits", "null");
        await ExecuteAsync(EventLogSql.Install);
        await ExecuteAsync(EventLogSql.Install);
        Assert.Equal(3, await CountAsync("event_log where type = 'sent' and sequence between 1 and 3"));
        Assert.Equal(2, await CountAsync("outbox where type = 'waits'"));
        await using var lease = await TakeAsync();
        Assert.Equal(3, lease!.Published);
        // Sent by a replica of the version before, which still runs: it gets its place too.
        await InsertAsync(1, "late", "now()");
        var log = new EventLog(_rows);
        var moved = await log.MoveAsync(lease.Fence, default);
        Assert.Empty(await log.MoveAsync(lease.Fence, default));
        Assert.Equal(["waits", "waits", "late"], moved.Select(one => one.Type));
        Assert.Equal([4L, 5L, 6L], moved.Select(one => one.Sequence!.Value));
        var read = await log.ReadAsync(lease.Published, default);
        Assert.Equal(moved.Select(one => one.Id), read.Select(one => one.Id));
    }

    [Fact]
    public async Task A_holder_that_froze_loses_the_lease_and_changes_nothing_any_more()
    {
        await ExecuteAsync(EventLogSql.Install);
        await using var frozen = await TakeAsync();
        Assert.NotNull(frozen);
        Assert.Null(await TakeAsync());
        await ExecuteAsync("update publisher set expires_at = now() - interval '1 second'");
        await using var next = await TakeAsync();
        Assert.True(next!.Fence > frozen.Fence);

        await InsertAsync(1, "said", "null");
        var log = new EventLog(_rows);
        await Assert.ThrowsAsync<LeaseLostException>(() => log.MoveAsync(frozen.Fence, default));
        frozen.Published = 99;
        Assert.Equal(0, await CountAsync("event_log"));
        Assert.Equal(1, await CountAsync("publisher where published = 0 and sequence = 0"));
        Assert.Single(await log.MoveAsync(next.Fence, default));
        Assert.Single(await log.ReadAsync(0, default));
        await Eventually.TrueAsync("who froze is told", () => Task.FromResult(frozen.Lost.IsCancellationRequested));
        Assert.Equal(1, await CountAsync("publisher where published = 0"));
    }

    [Fact]
    public async Task The_lease_is_renewed_and_given_back()
    {
        await ExecuteAsync(EventLogSql.Install);
        await using (await TakeAsync())
        {
            await Eventually.TrueAsync("it is renewed", async () =>
                await CountAsync("publisher where expires_at > now() + interval '4 seconds'") == 0);
            await Eventually.TrueAsync("it is renewed", async () =>
                await CountAsync("publisher where expires_at > now() + interval '4 seconds'") == 1);
        }

        await using var next = await TakeAsync();
        Assert.NotNull(next);
    }

    [Fact]
    public async Task The_log_goes_on_beyond_the_end_of_a_partition()
    {
        await ExecuteAsync(EventLogSql.Install);
        await ExecuteAsync("update publisher set sequence = 999990, published = 999990");
        await InsertAsync(30, "over", "null");
        var log = new EventLog(_rows);
        await using var lease = await TakeAsync();
        await log.MakeRoomAsync(lease!.Sequence, default);
        await log.MoveAsync(lease.Fence, default);
        var read = await log.ReadAsync(lease.Published, default);
        Assert.Equal(Enumerable.Range(999_991, 30).Select(n => (long)n), read.Select(one => one.Sequence!.Value));
        var epoch = (await new FeedReader(_rows).HeadAsync(default)).Epoch;
        var page = await new FeedReader(_rows).ReadAsync(new FeedPosition(epoch, 0), ["over"], default);
        Assert.Equal((30, 1_000_020L), (page.Events.Count, page.Position.Sequence));
    }

    /// <summary>A page costs what it returns, wherever it is and whatever it is filtered by.</summary>
    [Theory]
    [InlineData(EventLog.AfterSql, null, 10)]
    [InlineData(FeedReader.FilteredSql, "common", 10)]
    [InlineData(FeedReader.FilteredSql, "common,rare", 10)]
    [InlineData(FeedReader.FilteredSql, "rare,never", 10)]
    [InlineData(FeedReader.FilteredSql, "rare,never", 0)]
    [InlineData(FeedReader.FilteredSql, "common,rare,never", 10, "")]
    public async Task A_page_of_the_feed_reads_no_more_rows_than_it_returns(
        string sql, string? types, int rare, string then = "analyze event_log")
    {
        await ExecuteAsync(EventLogSql.Install);
        await ExecuteAsync($$"""
            insert into event_log (sequence, id, type, subject, time, data)
            select n, gen_random_uuid(), case when n % 10000 < {{rare}} then 'rare' else 'common' end,
                gen_random_uuid(), now(), '{}'
            from generate_series(1, 100000) n;
            {{then}}
            """);
        object[] parameters = types is null ? [40_000L] : [40_000L, types.Split(',')];
        await using var batch = _rows.CreateBatch().Add(FeedReader.WalkSql)
            .Add($"explain (analyze, format json) {sql}", parameters);
        await using var reader = await batch.ExecuteReaderAsync();
        Assert.True(await reader.NextResultAsync() && await reader.ReadAsync());
        var plan = JsonDocument.Parse(reader.GetString(0)).RootElement[0].GetProperty("Plan");
        var scanned = Nodes(plan).Where(node => node.TryGetProperty("Relation Name", out _))
            .Sum(node => (Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter"))
                * Number(node, "Actual Loops"));
        Assert.InRange(scanned, rare == 0 ? 0 : 1, 2 * FeedReader.PageSize);

        static double Number(JsonElement node, string name) =>
            node.TryGetProperty(name, out var number) ? number.GetDouble() : 0;
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node) =>
        (node.TryGetProperty("Plans", out var below) ? below.EnumerateArray().SelectMany(Nodes) : []).Prepend(node);

    private Task<OutboxLease?> TakeAsync() => OutboxLease.TryTakeAsync(_rows, _unpooled, new WakeUp(), default);

    private Task InsertAsync(int count, string type, string sentAt) => ExecuteAsync($"""
        insert into outbox (id, type, subject, time, data, sent_at)
        select gen_random_uuid(), '{type}', gen_random_uuid(), now(), '[]', {sentAt} from generate_series(1, {count})
        """);

    private async Task<long> CountAsync(string from)
    {
        await using var command = _rows.CreateCommand($"select count(*) from {from}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _rows.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
