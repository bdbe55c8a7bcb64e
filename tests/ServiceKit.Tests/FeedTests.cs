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
        Assert.Equal(2, first.Concat(rest).Select(fact => fact.Id).Distinct().Count());
        Assert.Equal(2, first.Count + rest.Count);
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
        await foreach (var fact in new FeedReader(sample.Rows).ReadAsync(after, [type], TestContext.Current.CancellationToken))
        {
            read.Add(fact);
        }

        return read;
    }
}
