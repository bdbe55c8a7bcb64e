using Microsoft.Extensions.DependencyInjection;
using Technopark.ServiceKit.Retention;

namespace Technopark.ServiceKit.Tests;

public sealed class RetentionTests(SampleFixture sample)
{
    [Fact]
    public async Task Much_that_is_old_is_removed_in_pieces()
    {
        var atOnce = sample.Services(0).GetServices<RetentionRule>().Max(rule => rule.AtOnce);
        await sample.ReadAsync("""
            create table if not exists removed (rows bigint);
            create or replace function count_removed() returns trigger language plpgsql as
                $$ begin insert into removed select count(*) from old; return null; end $$;
            create or replace trigger count_inbox after delete on inbox referencing old table as old
                for each statement execute function count_removed();
            create or replace trigger count_idempotency after delete on idempotency referencing old table as old
                for each statement execute function count_removed();
            """);
        await sample.ReadAsync($"""
            insert into inbox select gen_random_uuid(), 'old', now() - interval '10 years'
            from generate_series(1, {2 * atOnce + 1});
            insert into idempotency (caller, key, request_hash, location, response, created_at)
            select 'old', gen_random_uuid()::text, '', '', '', now() - interval '10 years'
            from generate_series(1, {2 * atOnce + 1});
            """);
        await Eventually.TrueAsync("nothing old is left", async () => await sample.CountAsync("""
            select (select count(*) from inbox where endpoint = 'old')
                 + (select count(*) from idempotency where caller = 'old')
            """) == 0);
        Assert.Equal(4 * atOnce + 2, await sample.CountAsync("select sum(rows)::bigint from removed"));
        Assert.Equal(atOnce, await sample.CountAsync("select max(rows) from removed"));
        await sample.ReadAsync(
            "drop trigger count_inbox on inbox; drop trigger count_idempotency on idempotency; drop table removed");
    }
}
