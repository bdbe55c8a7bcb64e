using Grpc.Core;

namespace Technopark.SystemTests;

/// <summary>What a service can reach of another: no database, and the event feed only with its own token.</summary>
public sealed class NeighbourTests(RunningPark park)
{
    [Fact]
    public async Task A_service_can_connect_to_no_database_but_its_own()
    {
        foreach (var role in RunningPark.Services)
        {
            foreach (var database in RunningPark.Services)
            {
                var expected = role == database ? "" : PostgresErrorCodes.InsufficientPrivilege;
                Assert.Equal((role, database, expected), (role, database, await ConnectAsync(role, database)));
            }
        }
    }

    [Fact]
    public async Task No_role_is_more_than_a_user()
    {
        Assert.Equal(RunningPark.Services.Length, await park.ScalarAsync<long>(
            "registry",
            """
            select count(*) from pg_roles r
            where rolname = any($1) and not (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
              and not exists (select from pg_auth_members m where m.member = r.oid)
            """,
            [RunningPark.Services]));
    }

    [Fact]
    public async Task Only_the_other_services_read_an_event_feed()
    {
        var person = await park.State.TokenAsync();
        foreach (var service in RunningPark.Services)
        {
            var friend = await park.ServiceTokenAsync(RunningPark.Services.First(other => other != service));
            var itself = await park.ServiceTokenAsync(service);
            Assert.Equal((service, StatusCode.OK), (service, await ReadAsync(service, friend)));
            Assert.Equal((service, StatusCode.PermissionDenied), (service, await ReadAsync(service, itself)));
            Assert.Equal((service, StatusCode.Unauthenticated), (service, await ReadAsync(service, person)));
            Assert.Equal((service, StatusCode.Unauthenticated), (service, await ReadAsync(service, "")));
        }
    }

    /// <returns>The error's SQLSTATE, or nothing.</returns>
    private async Task<string> ConnectAsync(string role, string database)
    {
        await using var connection = new NpgsqlConnection(park.ConnectionOf(role, database));
        try
        {
            await connection.OpenAsync();
            return "";
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    private async Task<StatusCode> ReadAsync(string service, string token)
    {
        try
        {
            await park.FeedAsync(service, token);
            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }
}
