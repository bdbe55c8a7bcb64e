using Grpc.Core;
using Technopark.Feed.V1;
using Technopark.ServiceKit.Feed;

namespace Technopark.ServiceKit.Tests;

public sealed class FeedTests(SampleFixture sample)
{
    private const string Insert = """
        insert into outbox (id, type, subject, time, data) values ($1, $2, $1, now(), '{}')
        """;

    [Fact]
    public async Task An_event_committed_late_is_not_jumped_over()
    {
        var type = $"technopark.test.{Guid.CreateVersion7():N}.v1";
        await using var slow = await sample.Rows.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var open = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await InsertAsync(slow, type);
        await using (var quick = await sample.Rows.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await InsertAsync(quick, type);
        }

        var first = await ReadAsync("", type);
        await open.CommitAsync(TestContext.Current.CancellationToken);
        var after = first.LastOrDefault()?.Cursor ?? "";
        var rest = await ReadAsync(after, type);
        Assert.Equal(2, first.Concat(rest).Select(message => message.Id).Distinct().Count());
        Assert.Equal(2, first.Count + rest.Count);
    }

    [Fact]
    public async Task Reading_to_the_head_waits_for_what_was_under_way()
    {
        var type = $"technopark.test.{Guid.CreateVersion7():N}.v1";
        await using var slow = await sample.Rows.OpenConnectionAsync();
        await using var open = await slow.BeginTransactionAsync();
        await InsertAsync(slow, type);
        using var call = sample.Feed(0).Read(new ReadRequest { Types_ = { type } });
        var reading = CountAsync(call);
        await using (var quick = await sample.Rows.OpenConnectionAsync())
        {
            await InsertAsync(quick, type);
        }

        Assert.NotSame(reading, await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(600))));
        await open.CommitAsync();
        Assert.Equal(2, await reading.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Following_goes_on_where_catching_up_ended()
    {
        var type = $"technopark.test.{Guid.CreateVersion7():N}.v1";
        await using var connection = await sample.Rows.OpenConnectionAsync();
        await InsertAsync(connection, type);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var call = sample.Feed(0)
            .Read(new ReadRequest { Types_ = { type }, Follow = true }, cancellationToken: limit.Token);
        Assert.True(await call.ResponseStream.MoveNext(limit.Token));
        var first = call.ResponseStream.Current;
        await InsertAsync(connection, type);
        Assert.True(await call.ResponseStream.MoveNext(limit.Token));
        Assert.NotEqual(first.Id, call.ResponseStream.Current.Id);

        using var again = sample.Feed(1).Read(new ReadRequest { After = first.Cursor, Types_ = { type } });
        Assert.Equal(1, await CountAsync(again).WaitAsync(limit.Token));
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

    private static async Task<int> CountAsync(AsyncServerStreamingCall<FeedEvent> call)
    {
        var count = 0;
        await foreach (var _ in call.ResponseStream.ReadAllAsync())
        {
            count++;
        }

        return count;
    }

    private static async Task InsertAsync(Npgsql.NpgsqlConnection connection, string type)
    {
        await using var command = new Npgsql.NpgsqlCommand(Insert, connection);
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = type });
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<FeedEvent>> ReadAsync(string after, string type)
    {
        var read = new List<FeedEvent>();
        await foreach (
            var message in new FeedReader(sample.Rows).ReadAsync(after, [type], TestContext.Current.CancellationToken))
        {
            read.Add(message);
        }

        return read;
    }
}
