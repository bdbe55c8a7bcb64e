using Grpc.Core;
using Technopark.Feed.V1;

namespace Technopark.ServiceKit.Tests;

public sealed class FeedTests(SampleFixture sample)
{
    private readonly string _type = $"technopark.test.{Guid.CreateVersion7():N}.v1";

    [Fact]
    public async Task An_event_committed_late_is_not_jumped_over_and_holds_nobody_up()
    {
        await using var slow = await sample.Rows.OpenConnectionAsync();
        await using var open = await slow.BeginTransactionAsync();
        await InsertAsync(slow);
        await InsertAsync();
        var first = await WaitAsync("", 1);
        await open.CommitAsync();
        var rest = await WaitAsync(first[0].Cursor, 1);
        Assert.NotEqual(first[0].Id, rest[0].Id);
        Assert.Empty(await ReadAsync(rest[0].Cursor));
    }

    [Fact]
    public async Task A_reader_that_hears_nothing_moves_on()
    {
        await InsertAsync();
        var last = (await WaitAsync("", 1))[0].Cursor;
        var quiet = new ReadRequest { Types_ = { $"{_type}.never" }, Checkpoints = true };
        var told = Assert.Single(await ReadAsync(quiet));
        Assert.Equal("", told.Id);
        quiet.After = told.Cursor;
        quiet.Types_.Clear();
        Assert.True(Sequence(told.Cursor) >= Sequence(last));
        Assert.DoesNotContain(await ReadAsync(quiet), message => message.Type == _type);
    }

    [Fact]
    public async Task Nobody_opens_streams_without_end()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var request = new ReadRequest { Types_ = { _type }, Follow = true, Checkpoints = true };
        var token = TestTokens.OfService("friend");
        var calls = Enumerable.Range(0, 16).Select(_ =>
            sample.Feed(0, token).Read(request, cancellationToken: limit.Token)).ToArray();
        await Task.WhenAll(calls.Select(call => call.ResponseStream.MoveNext(limit.Token)));
        using var more = sample.Feed(0, token).Read(request, cancellationToken: limit.Token);
        var refused = await Assert.ThrowsAsync<RpcException>(() => more.ResponseStream.MoveNext(limit.Token));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Array.ForEach(calls, call => call.Dispose());
        await Eventually.TrueAsync("there is room again", async () =>
        {
            using var again = sample.Feed(0, token).Read(new ReadRequest { Types_ = { _type } });
            try
            {
                return !await again.ResponseStream.MoveNext(limit.Token);
            }
            catch (RpcException)
            {
                return false;
            }
        });
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

    [Theory]
    [InlineData("yesterday", StatusCode.InvalidArgument, "invalidCursor")]
    [InlineData("4711.12", StatusCode.FailedPrecondition, "otherEpoch")]
    [InlineData("0123456789abcdef0123456789abcdef.12", StatusCode.FailedPrecondition, "otherEpoch")]
    public async Task A_cursor_of_nobody_or_of_another_life_of_the_log_is_refused(
        string cursor, StatusCode status, string code)
    {
        using var call = sample.Feed(0).Read(new ReadRequest { After = cursor });
        var refused =
            await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal((status, code), (refused.StatusCode, refused.Trailers.GetValue("problem-code")));
    }

    private async Task InsertAsync(Npgsql.NpgsqlConnection? within = null)
    {
        const string sql = "insert into outbox (id, type, subject, time, data) values ($1, $2, $1, now(), '{}')";
        await using var command = within is null ? sample.Rows.CreateCommand(sql) : new(sql, within);
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = _type });
        await command.ExecuteNonQueryAsync();
    }

    private static long Sequence(string cursor) => long.Parse(cursor.Split('.')[1], CultureInfo.InvariantCulture);

    private async Task<List<FeedEvent>> WaitAsync(string after, int count)
    {
        List<FeedEvent> found = [];
        await Eventually.TrueAsync(
            "the feed has it", async () => (found = await ReadAsync(after)).Count >= count);
        return found;
    }

    private Task<List<FeedEvent>> ReadAsync(string after) =>
        ReadAsync(new ReadRequest { After = after, Types_ = { _type } });

    private async Task<List<FeedEvent>> ReadAsync(ReadRequest request)
    {
        using var call = sample.Feed(0).Read(request);
        return await call.ResponseStream.ReadAllAsync().ToListAsync();
    }
}
