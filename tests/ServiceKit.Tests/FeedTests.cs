using Grpc.Core;
using Technopark.Feed.V1;
using Technopark.ServiceKit.Feed;

namespace Technopark.ServiceKit.Tests;

public sealed class FeedTests(SampleFixture sample)
{
    private readonly string _type = $"technopark.test.{Guid.CreateVersion7():N}.v1";

    [Fact]
    public async Task An_event_committed_late_is_not_jumped_over()
    {
        await using var slow = await sample.Rows.OpenConnectionAsync();
        await using var open = await slow.BeginTransactionAsync();
        await InsertAsync(slow);
        await InsertAsync();
        var first = await ReadAsync("");
        await open.CommitAsync();
        var rest = await ReadAsync(first.LastOrDefault()?.Cursor ?? "");
        Assert.Equal(2, first.Concat(rest).Select(message => message.Id).Distinct().Count());
        Assert.Equal(2, first.Count + rest.Count);
    }

    [Fact]
    public async Task Reading_to_the_head_waits_for_what_was_under_way()
    {
        await using var slow = await sample.Rows.OpenConnectionAsync();
        await using var open = await slow.BeginTransactionAsync();
        await InsertAsync(slow);
        using var call = sample.Feed(0).Read(new ReadRequest { Types_ = { _type } });
        var reading = call.ResponseStream.ReadAllAsync().CountAsync().AsTask();
        await InsertAsync();
        Assert.NotSame(reading, await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(600))));
        await open.CommitAsync();
        Assert.Equal(2, await reading.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Following_goes_on_where_catching_up_ended()
    {
        await InsertAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var call = sample.Feed(0)
            .Read(new ReadRequest { Types_ = { _type }, Follow = true }, cancellationToken: limit.Token);
        Assert.True(await call.ResponseStream.MoveNext(limit.Token));
        var first = call.ResponseStream.Current;
        await InsertAsync();
        Assert.True(await call.ResponseStream.MoveNext(limit.Token));
        Assert.NotEqual(first.Id, call.ResponseStream.Current.Id);

        using var again = sample.Feed(1).Read(new ReadRequest { After = first.Cursor, Types_ = { _type } });
        Assert.Equal(1, await again.ResponseStream.ReadAllAsync(limit.Token).CountAsync(limit.Token));
    }

    [Fact]
    public async Task A_cursor_of_nobody_is_refused()
    {
        using var call = sample.Feed(0).Read(new ReadRequest { After = "yesterday" });
        var refused =
            await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal((StatusCode.InvalidArgument, "invalidCursor"),
            (refused.StatusCode, refused.Trailers.GetValue("problem-code")));
    }

    private async Task InsertAsync(Npgsql.NpgsqlConnection? within = null)
    {
        const string sql = "insert into outbox (id, type, subject, time, data) values ($1, $2, $1, now(), '{}')";
        await using var command = within is null ? sample.Rows.CreateCommand(sql) : new(sql, within);
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = _type });
        await command.ExecuteNonQueryAsync();
    }

    private Task<List<FeedEvent>> ReadAsync(string after) =>
        new FeedReader(sample.Rows).ReadAsync(after, [_type], default).ToListAsync().AsTask();
}
