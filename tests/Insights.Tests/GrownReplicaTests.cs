namespace Technopark.Insights.Tests;

/// <summary>A version that keeps more of a company reads once more what was told to the one before.</summary>
public sealed class GrownReplicaTests(InsightsFixture insights)
{
    /// <summary>What versions that kept less have left of an event that they had.</summary>
    public static TheoryData<string> Left =>
    [
        """
        with had as (update inbox set endpoint = 'CompanyReplicaHandler'
            where message_id = $1 and endpoint like 'CompanyReplicaHandler%')
        update handler_cursor set handler = 'CompanyReplicaHandler' where handler like 'CompanyReplicaHandler%'
        """,
        """
        with cursors as (delete from handler_cursor), had as (delete from inbox where message_id = $1),
        caught_up as (insert into feed_cursor values ('technopark.registry.companyRegistered.v1', '', now()))
        insert into inbox values ($1, 'insights.events', now())
        """,
    ];

    [Theory, MemberData(nameof(Left))]
    public async Task A_company_told_before_a_column_was_there_is_told_again_and_nobody_else_hears_of_it(string left)
    {
        var company = Guid.CreateVersion7();
        var message = CompanyEvents.Registered(company);
        var id = await insights.HearAsync(message);
        insights.Feed.Events = [new Recorded(id, company, TimeProvider.System.GetUtcNow(), message)];
        await insights.ScalarAsync<object>(left, id);
        await insights.ScalarAsync<object>(
            "update company_replica set registered_on = null, registered_on_version = 0 where id = $1", company);
        insights.Run("--migrate");
        await insights.RestartAsync();
        await TestKit.Eventually.TrueAsync("it is told again", async () => await insights.ScalarAsync<bool>(
            "select coalesce(registered_on = $2, false) from company_replica where id = $1",
            company, CompanyEvents.Begun));
        Assert.Equal(
            1, await insights.ScalarAsync<long>("select count(*) from timeline where company_id = $1", company));
    }
}
