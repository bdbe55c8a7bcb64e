using Technopark.ServiceKit.Feed;

namespace Technopark.ServiceKit.Tests;

/// <summary>What never arrived is taken in from the feed, once and by whom it missed.</summary>
public sealed class ReconcilerTests(TwoCentres centres) : IClassFixture<TwoCentres>
{
    [Fact]
    public async Task What_no_message_brought_has_its_effect_once()
    {
        var said = await centres.SayAsync();
        Assert.Equal(1, await centres.EffectsAsync(said));
        await centres.ChangeListenerAsync("update handler_cursor set cursor = ''");
        Assert.Equal(1, await centres.EffectsAsync(said));
        Assert.Equal(1, CompanyRegisteredHandler.Runs[said.CompanyId]);
    }

    [Fact]
    public async Task What_a_message_brought_is_not_had_again()
    {
        var id = Guid.CreateVersion7();
        await centres.ReconciledAsync();
        await centres.ChangeListenerAsync(
            "insert into inbox select $1, handler, now() from unnest($2) handler", id,
            (string[])[nameof(CompanyRegisteredHandler), nameof(SecondHandler)]);
        var said = await centres.SayAsync(id: id);
        Assert.Equal(0, await centres.EffectsAsync(said));
    }

    [Fact]
    public async Task A_new_handler_of_an_event_long_heard_begins_at_the_beginning_alone()
    {
        var said = await centres.SayAsync(SecondHandler.Name);
        Assert.Equal(1, await centres.EffectsAsync(said, SecondHandler.Name));
        await centres.WhileListenerIsDownAsync(() => centres.ChangeListenerAsync("""
            delete from effects where name = 'second'; delete from handler_cursor where handler = 'SecondHandler';
            delete from inbox where endpoint = 'SecondHandler';
            """));
        Assert.Equal(1, await centres.EffectsAsync(said, SecondHandler.Name));
        Assert.Equal(1, await centres.EffectsAsync(said));
        Assert.Equal(1, CompanyRegisteredHandler.Runs[said.CompanyId]);
    }

    [Fact]
    public async Task What_the_inbox_no_longer_remembers_is_not_had_again()
    {
        var said = await centres.SayAsync();
        Assert.Equal(1, await centres.EffectsAsync(said));
        await centres.ChangeListenerAsync("update inbox set received_at = now() - interval '10 years'");
        await Eventually.TrueAsync("it is forgotten", async () => await centres.CountAsync(
            "select count(*) from inbox where received_at < now() - interval '1 year'") == 0);
        var next = await centres.SayAsync();
        Assert.Equal((1, 1), (await centres.EffectsAsync(said), await centres.EffectsAsync(next)));
        Assert.Equal(1, CompanyRegisteredHandler.Runs[said.CompanyId]);
    }

    [Fact]
    public async Task The_inbox_remembers_what_no_feed_was_held_against_yet()
    {
        var id = Guid.CreateVersion7();
        await centres.ReconciledAsync();
        await centres.WhileListenerIsDownAsync(() => centres.ChangeListenerAsync("""
            with held as (
                update handler_cursor set complete_until = now() - interval '11 years', agrees_until = 'held up')
            insert into inbox select $1, 'old', now() - interval '10 years'
            """, id));
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.Equal(1, await centres.CountAsync("select count(*) from inbox where message_id = $1", id));
        await centres.ChangeListenerAsync("update handler_cursor set agrees_until = null");
        await Eventually.TrueAsync("it is forgotten", async () =>
            await centres.CountAsync("select count(*) from inbox where message_id = $1", id) == 0);
    }

    [Fact]
    public async Task An_event_that_no_try_can_consume_is_dead_once_and_those_behind_it_go_on()
    {
        CompanyRegisteredHandler.Fixed = false;
        var id = Guid.CreateVersion7();
        var poison = await centres.SayAsync(CompanyRegisteredHandler.Poison, id);
        var next = await centres.SayAsync();
        Assert.Equal((0, 1), (await centres.EffectsAsync(poison), await centres.EffectsAsync(next)));
        await centres.ChangeListenerAsync("update handler_cursor set cursor = ''");
        await centres.ReconciledAsync();
        Assert.Equal(6, CompanyRegisteredHandler.Runs[poison.CompanyId]);
        Assert.Equal(1, await centres.CountAsync(
            "select count(*) from inbox where message_id = $1 and endpoint = 'late.events_error'", id));
    }

    /// <summary>A process that is stopped in the middle of a try leaves what a killed one leaves.</summary>
    [Fact]
    public async Task An_event_that_ends_the_process_each_time_is_dead_after_some_tries_and_those_behind_it_go_on()
    {
        await centres.ReconciledAsync();
        CompanyRegisteredHandler.Hangs = true;
        var deadly = await centres.SayAsync(CompanyRegisteredHandler.Endless);
        for (var life = 1; life <= FeedTries.AtMost; life++)
        {
            await Eventually.TrueAsync("it is tried", () => Task.FromResult(
                CompanyRegisteredHandler.Runs.GetValueOrDefault(deadly.CompanyId) == life));
            await centres.WhileListenerIsDownAsync(() => Task.CompletedTask);
        }

        var next = await centres.SayAsync();
        Assert.Equal((0, 1), (await centres.EffectsAsync(deadly), await centres.EffectsAsync(next)));
        Assert.Equal(FeedTries.AtMost, CompanyRegisteredHandler.Runs[deadly.CompanyId]);
        Assert.Equal(0, await centres.CountAsync("select count(*) from feed_try"));
        Assert.Contains("process ended", await TwoCentres.TakeDeadAsync(), StringComparison.Ordinal);
        CompanyRegisteredHandler.Hangs = false;
    }

    [Fact]
    public async Task What_was_tried_together_with_it_is_tried_alone_and_has_its_effect()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await centres.ReconciledAsync();
        await centres.WhileListenerIsDownAsync(() => centres.ChangeListenerAsync(
            "insert into feed_try select unnest($1), 4", (Guid[])[one, other]));
        var said = (await centres.SayAsync(id: one), await centres.SayAsync(id: other));
        Assert.Equal((1, 1), (await centres.EffectsAsync(said.Item1), await centres.EffectsAsync(said.Item2)));
        Assert.Equal(0, await centres.CountAsync("select count(*) from feed_try"));
    }

    [Fact]
    public async Task Dead_messages_that_the_broker_lost_are_redriven_from_their_source()
    {
        CompanyRegisteredHandler.Fixed = false;
        var poison = await centres.SayAsync(CompanyRegisteredHandler.Poison);
        Assert.Equal(0, await centres.EffectsAsync(poison));
        await TwoCentres.TakeDeadAsync();
        CompanyRegisteredHandler.Fixed = true;
        await centres.RedriveAsync();
        Assert.Equal(1, await centres.EffectsAsync(poison));
        await centres.RedriveAsync();
        Assert.Equal(1, await centres.EffectsAsync(poison));
    }

    [Fact]
    public async Task A_long_way_is_gone_in_stages_and_each_once()
    {
        var said = await Task.WhenAll(Enumerable.Range(0, 1200).Select(_ => centres.SayAsync()));
        await centres.ReconciledAsync();
        var ids = Array.ConvertAll(said, message => message.CompanyId);
        // A group that could not be committed is begun again, and that is no second effect.
        var begun = ids.Sum(id => CompanyRegisteredHandler.Runs[id]);
        await centres.WhileListenerIsDownAsync(() => centres.ChangeListenerAsync(
            "update handler_cursor set cursor = ''"));
        await centres.ReconciledAsync();
        Assert.Equal(begun, ids.Sum(id => CompanyRegisteredHandler.Runs[id]));
        Assert.Equal(said.Length, await centres.CountAsync(
            "select count(*) from effects where company_id = any($1)", ids));
    }

    [Fact]
    public async Task A_database_of_an_hour_ago_gets_back_what_it_forgot()
    {
        var before = await centres.SayAsync();
        Assert.Equal(1, await centres.EffectsAsync(before));
        var after = before;
        await centres.RestoreAsync(isSource: false, async () =>
        {
            after = await centres.SayAsync();
            Assert.Equal(1, await centres.EffectsAsync(after));
        });
        Assert.Equal((1, 1), (await centres.EffectsAsync(before), await centres.EffectsAsync(after)));
    }

    [Fact]
    public async Task After_a_version_without_cursors_handlers_begin_with_what_it_remembered()
    {
        var known = Guid.CreateVersion7();
        var all = centres.Subscriptions;
        await centres.WhileListenerIsDownAsync(async () =>
        {
            await centres.ChangeListenerAsync("truncate handler_cursor, feed_cursor");
            await centres.ChangeListenerAsync(
                "insert into feed_cursor (type, after, caught_up_at) values ($1, '', now())", TwoCentres.Registered);
            await centres.ChangeListenerAsync("insert into inbox select $1, 'late.events', now()", known);
            await centres.CursorsOfListener.TakeOverAsync(all, TimeSpan.FromDays(90), default);
        });
        var old = await centres.SayAsync(ago: TimeSpan.FromDays(91));
        var had = await centres.SayAsync(id: known);
        var lost = await centres.SayAsync();
        Assert.Equal(0, await centres.EffectsAsync(old));
        Assert.Equal((0, 1), (await centres.EffectsAsync(had), await centres.EffectsAsync(lost)));
        Assert.Equal(1, await centres.CountAsync("select count(*) from inbox where message_id = $1", known));
    }
}
