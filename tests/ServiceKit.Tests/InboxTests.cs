using Technopark.Contracts.Registry;

namespace Technopark.ServiceKit.Tests;

public sealed class InboxTests(SampleFixture sample)
{
    [Fact]
    public async Task A_message_delivered_many_times_has_its_effect_once()
    {
        var (message, id) = (SampleFixture.Fact(), Guid.CreateVersion7());
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => sample.PublishAsync(message, id)));
        var last = SampleFixture.Fact();
        await sample.PublishAsync(last, Guid.CreateVersion7());
        await HasItsEffectAsync(last);
        Assert.Equal(1, await sample.EffectsAsync(message.CompanyId));
        Assert.Equal(1, await sample.CountAsync("select count(*) from events where causation_id = $1", id));
    }

    [Fact]
    public async Task What_a_reaction_says_belongs_to_the_trace_it_was_caused_in()
    {
        var (message, id, trace) = (SampleFixture.Fact(), Guid.CreateVersion7(), Guid.NewGuid().ToString("N"));
        await sample.PublishAsync(message, id, $"00-{trace}-b7ad6b7169203331-01");
        await Eventually.TrueAsync("the effect", async () => await sample.EffectsAsync(message.CompanyId) == 1);
        Assert.Equal(1, await sample.CountAsync(
            "select count(*) from events where causation_id = $1 and traceparent like $2", id, $"00-{trace}-%"));
    }

    [Fact]
    public async Task Effects_survive_a_database_that_drops_every_connection()
    {
        var facts = Enumerable.Range(0, 200).Select(_ => SampleFixture.Fact()).ToArray();
        foreach (var message in facts)
        {
            await sample.PublishAsync(message, Guid.CreateVersion7());
            if (facts[50] == message || facts[120] == message)
            {
                await sample.CountAsync("select count(pg_terminate_backend(pid)) from pg_stat_activity "
                    + "where datname = current_database() and application_name = 'kit'");
            }
        }

        var ids = facts.Select(message => message.CompanyId).ToArray();
        await Eventually.TrueAsync("all effects", async () => await sample.CountAsync(
            "select count(distinct company_id) from effects where company_id = any($1)", ids) == facts.Length);
        Assert.Equal(facts.Length, await EffectsAsync(ids));
    }

    [Fact]
    public async Task A_poison_message_hurts_only_itself_and_is_redriven_after_the_fix()
    {
        CompanyRegisteredHandler.Fixed = false;
        var poison = SampleFixture.Fact(CompanyRegisteredHandler.Poison);
        var good = Enumerable.Range(0, 60).Select(_ => SampleFixture.Fact()).ToArray();
        for (var i = 0; i < good.Length; i++)
        {
            await sample.PublishAsync(good[i], Guid.CreateVersion7());
            if (i == 30)
            {
                await sample.PublishAsync(poison, Guid.CreateVersion7());
            }
        }

        await Eventually.TrueAsync("the good ones' effects", async () =>
            await EffectsAsync(Array.ConvertAll(good, message => message.CompanyId)) == good.Length);
        await DeadAsync(1);
        Assert.Equal(0, await sample.EffectsAsync(poison.CompanyId));

        CompanyRegisteredHandler.Fixed = true;
        using var redriven = await sample.Http.PostAsync(new Uri("/ops/messages/redrive", UriKind.Relative), null);
        Assert.Equal(1, (await redriven.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("dead").GetInt32());
        await Eventually.TrueAsync("the poison's effect", async () => await sample.EffectsAsync(poison.CompanyId) == 1);
        Assert.Equal(0, (await CountsAsync()).GetProperty("dead").GetInt64());
    }

    [Fact]
    public async Task A_statement_that_fails_in_a_working_database_is_the_messages_own_failure()
    {
        var codes = new List<string> { "40P01", "40001", "55P03" };
        var statements = codes
            .ConvertAll(code => $"do $$ begin raise exception 'met' using errcode = '{code}'; end $$")
            .Append("select pg_sleep(60)");
        var bad = statements.Select(sql => SampleFixture.Fact(CompanyRegisteredHandler.Statement + sql)).ToArray();
        await Task.WhenAll(bad.Select(message => sample.PublishAsync(message, Guid.CreateVersion7())));
        var good = Enumerable.Range(0, 60).Select(_ => SampleFixture.Fact()).ToArray();
        await Task.WhenAll(good.Select(message => sample.PublishAsync(message, Guid.CreateVersion7())));

        await Eventually.TrueAsync("the good ones' effects", async () =>
            await EffectsAsync(Array.ConvertAll(good, message => message.CompanyId)) == good.Length);
        await DeadAsync(bad.Length);
        Assert.Equal(0, await EffectsAsync(Array.ConvertAll(bad, message => message.CompanyId)));
        await sample.Channel.QueuePurgeAsync("kit.events_error");
    }

    [Fact]
    public async Task A_message_that_fails_takes_its_group_with_it_once_and_no_other()
    {
        const int largestGroup = 200;
        CompanyRegisteredHandler.Fixed = false;
        var poison = SampleFixture.Fact(CompanyRegisteredHandler.Poison);
        var good = Enumerable.Range(0, 4000).Select(_ => SampleFixture.Fact()).ToArray();
        var ids = Array.ConvertAll(good, message => message.CompanyId);
        await Task.WhenAll(good.Take(200).Append(poison).Concat(good.Skip(200))
            .Select(message => sample.PublishAsync(message, Guid.CreateVersion7())));
        await Eventually.TrueAsync("the good ones' effects", async () => await EffectsAsync(ids) == good.Length);
        var again = ids.Sum(id => CompanyRegisteredHandler.Runs[id] - 1);
        await DeadAsync(1);
        await sample.Channel.QueuePurgeAsync("kit.events_error");
        Assert.Equal(6, CompanyRegisteredHandler.Runs[poison.CompanyId]);
        Assert.InRange(again, 0, largestGroup);
    }

    private async Task HasItsEffectAsync(CompanyRegistered last)
    {
        await Eventually.TrueAsync("the effect", async () => await sample.EffectsAsync(last.CompanyId) == 1);
        await Eventually.TrueAsync(
            "an empty queue", async () => await sample.Channel.MessageCountAsync(SampleFixture.Queue) == 0);
    }

    private async Task DeadAsync(int expected) => await Eventually.GetAsync(
        $"{expected} among the dead", async () => (object?)(await CountsAsync()).GetProperty("dead").GetInt64(),
        dead => dead.Equals((long)expected), TimeSpan.FromMinutes(1));

    private Task<long> EffectsAsync(Guid[] ids) =>
        sample.CountAsync("select count(*) from effects where company_id = any($1)", ids);

    private Task<JsonElement> CountsAsync() => sample.Http.GetFromJsonAsync<JsonElement>("/ops/messages");
}
