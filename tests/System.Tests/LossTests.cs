namespace Technopark.SystemTests;

/// <summary>What was delivered is lost after all, while clients write: each centre finds it in the feeds.</summary>
public sealed class LossTests(RunningPark park)
{
    [Fact]
    public async Task A_broker_that_comes_back_empty_costs_nothing() => await Ledger.SurviveAsync(park, async () =>
    {
        var listener = park.State.Resources.Single(process => process.Name == "insights").Pid;
        await RunningPrograms.SignalAsync("STOP", $"{listener}");
        try
        {
            // Confirmed by the broker and consumed by nobody.
            var before = await PublishedAsync();
            await Eventually.TrueAsync("messages wait", async () => await PublishedAsync() > before + 20);
            await park.KillAsync("rabbitmq", afterwards: () =>
                Directory.Delete(park.PathOf("rabbitmq", "data"), recursive: true));
        }
        finally
        {
            await RunningPrograms.SignalAsync("CONT", $"{listener}");
        }
    });

    [Fact]
    public async Task A_centre_whose_database_is_set_back_hears_again_what_it_forgot() =>
        await Ledger.SurviveAsync(park, async () =>
        {
            await AloneAsync("create database insights_before template insights");
            await Eventually.TrueAsync("it goes on", async () => await HeardAsync("insights")
                > await HeardAsync("insights_before") + 50, TimeSpan.FromSeconds(60));
            await AloneAsync(
                "drop database insights", "create database insights template insights_before owner insights",
                "revoke connect on database insights from public", "drop database insights_before");
        });

    private Task<long> PublishedAsync() =>
        park.ScalarAsync<long>("registry", "select published from publisher");

    private async Task<long> HeardAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(park.State.Postgres)
        {
            Database = database,
            Pooling = false,
        });
        await using var count = source.CreateCommand("select count(*) from inbox");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>While nobody is connected to the database of insights.</summary>
    private async Task AloneAsync(params string[] statements)
    {
        await park.ExecuteAsync("registry", "alter database insights allow_connections false");
        await park.ExecuteAsync("registry", "select pg_terminate_backend(pid) from pg_stat_activity "
            + "where datname in ('insights', 'insights_before')");
        foreach (var statement in statements)
        {
            await park.ExecuteAsync("registry", statement);
        }

        await park.ExecuteAsync("registry", "alter database insights allow_connections true");
    }
}
