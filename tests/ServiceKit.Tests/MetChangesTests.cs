using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.Tests;

/// <summary>Changes that meet in the database: one goes through, the other is done again.</summary>
public sealed class MetChangesTests(SampleFixture sample)
{
    private static readonly TaskCompletionSource BothHoldOne = new();
    private static int _held, _attempts;

    [Fact]
    public async Task Two_that_hold_what_the_other_wants_both_go_through_and_count_once()
    {
        var (one, two) = (await SayAsync("one"), await SayAsync("two"));
        var answers = await Task.WhenAll(RepaintAsync(one, two), RepaintAsync(two, one));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        // Each was painted by each, though one of the two began again with what the other had left.
        Assert.Equal(4, await CoatsAsync(one) + await CoatsAsync(two));
        Assert.True(_held > 2, "No deadlock came to be.");
    }

    [Fact]
    public async Task Who_meets_others_each_time_is_told_to_come_back()
    {
        using var answer = await sample.Http.PostAsync(new Uri("/api/kit/v1/samples/meet", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(MetChanges.AttemptsAtMost, _attempts);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("urn:technopark:problem:unavailable", problem.GetProperty("type").GetString());
        Assert.Contains("met", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>Takes two rows in the order asked for; the second not before the other has its first.</summary>
    internal static Task<Ok> RepaintAsync(Guid first, Guid second, SampleDb db, CancellationToken ct) =>
        db.TransactAsync(async () =>
        {
            var held = await LockAsync(db, first, ct);
            if (Interlocked.Increment(ref _held) == 2)
            {
                BothHoldOne.SetResult();
            }

            await BothHoldOne.Task.WaitAsync(ct);
            foreach (var one in (Sample[])[held, await LockAsync(db, second, ct)])
            {
                one.Paint(one.Name, "red", Guid.CreateVersion7());
            }

            await db.SaveChangesAsync(ct);
            return TypedResults.Ok();
        }, ct);

    /// <summary>Meets another change at each attempt.</summary>
    internal static async Task<Ok> MeetAsync(SampleDb db, CancellationToken ct)
    {
        Interlocked.Increment(ref _attempts);
        await db.Database.ExecuteSqlRawAsync(
            "do $$ begin raise exception 'met' using errcode = 'serialization_failure'; end $$", ct);
        return TypedResults.Ok();
    }

    private static async Task<Sample> LockAsync(SampleDb db, Guid id, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from samples where id = {id} for no key update", ct);
        return await db.Samples.FindOr404Async(id, ct);
    }

    private Task<HttpResponseMessage> RepaintAsync(Guid first, Guid second) => sample.Http.PostAsync(
        new Uri($"/api/kit/v1/samples/{first}/repaint/{second}", UriKind.Relative), null);

    private async Task<int> CoatsAsync(Guid id) =>
        (int)(await sample.ReadAsync("select coats from samples where id = $1", id))!;

    private async Task<Guid> SayAsync(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/kit/v1/samples");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Content = JsonContent.Create(new SampleRequest(name));
        using var answer = await sample.Http.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<Guid>();
    }
}
