using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Npgsql;
using Technopark.Feed.V1;
using Technopark.ParkClient;

namespace Technopark.SystemTests;

/// <summary>What one service of the park can reach of another: not its database, and its event feed with a token of its own only.</summary>
public sealed class NeighbourTests(RunningPark park)
{
    private static readonly string[] Services = [.. RunningPark.Centres, "identity"];

    [Fact]
    public async Task A_service_can_connect_to_no_database_but_its_own()
    {
        foreach (var role in Services)
        {
            foreach (var database in Services)
            {
                Assert.Equal((role, database, role == database ? "" : PostgresErrorCodes.InsufficientPrivilege), (role, database, await ConnectAsync(role, database)));
            }
        }
    }

    [Fact]
    public async Task No_role_is_more_than_a_user()
    {
        await using var server = NpgsqlDataSource.Create(park.State.Postgres);
        await using var roles = server.CreateCommand("""
            select count(*) from pg_roles r
            where rolname = any($1) and not (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
              and not exists (select from pg_auth_members m where m.member = r.oid)
            """);
        roles.Parameters.Add(new() { Value = Services });
        Assert.Equal((long)Services.Length, await roles.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Only_the_other_services_read_an_event_feed()
    {
        var person = await park.State.TokenAsync();
        foreach (var service in Services)
        {
            var feed = park.State.Resources.First(process => process.Name == service).Endpoints["grpc"];
            var friend = await ServiceTokenAsync(Services.First(other => other != service));
            Assert.Equal((service, StatusCode.OK), (service, await ReadAsync(feed, friend)));
            Assert.Equal((service, StatusCode.PermissionDenied), (service, await ReadAsync(feed, await ServiceTokenAsync(service))));
            Assert.Equal((service, StatusCode.Unauthenticated), (service, await ReadAsync(feed, person)));
            Assert.Equal((service, StatusCode.Unauthenticated), (service, await ReadAsync(feed, "")));
        }
    }

    /// <returns>The error's SQLSTATE, or nothing.</returns>
    private async Task<string> ConnectAsync(string role, string database)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(park.State.Postgres)
        {
            Username = role,
            Password = park.Secret($"postgres-{role}"),
            Database = database,
            Pooling = false,
        }.ConnectionString);
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

    private async Task<string> ServiceTokenAsync(string service)
    {
        using var http = new HttpClient { BaseAddress = park.Inside("identity") };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = service,
            ["client_secret"] = park.Secret($"client-{service}"),
            ["scope"] = "technopark.services",
        });
        using var answer = await http.PostAsync(new Uri("/identity/connect/token", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    private static async Task<StatusCode> ReadAsync(Uri address, string token)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var headers = token.Length > 0 ? new Metadata { { "Authorization", $"Bearer {token}" } } : [];
        using var call = new EventFeed.EventFeedClient(channel).Read(new ReadRequest(), headers, DateTime.UtcNow.AddSeconds(30));
        try
        {
            await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }
}
