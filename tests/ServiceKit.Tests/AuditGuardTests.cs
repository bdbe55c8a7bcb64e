using Npgsql;

namespace Technopark.ServiceKit.Tests;

public sealed class AuditGuardTests(SampleFixture sample)
{
    [Theory]
    [InlineData("update audit set actor = 'nobody' where id = $1")]
    [InlineData("update audit set after = null, address = null where id = $1")]
    [InlineData("update audit set address = '203.0.113.1' where id = $1")]
    [InlineData("delete from audit where id = $1")]
    [InlineData("truncate audit")]
    [InlineData("insert into audit select * from audit where id = $1 on conflict (id) do update set actor = 'nobody'")]
    public async Task The_service_s_own_role_cannot_change_what_is_told(string statement)
    {
        await using var role = await OwnRoleAsync();
        var id = await InsertAsync("now()");
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => ExecuteAsync(role, statement, statement.Contains('$') ? [id] : []));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Equal(1, await sample.CountAsync("select count(*) from audit where id = $1 and actor = 'guard'", id));
    }

    [Fact]
    public async Task Only_an_address_can_be_taken_away()
    {
        await using var role = await OwnRoleAsync();
        var id = await InsertAsync("now()");
        Assert.Equal(1, await ExecuteAsync(role, "update audit set address = null where id = $1", id));
        Assert.Equal(1, await sample.CountAsync(
            "select count(*) from audit where id = $1 and address is null and actor = 'guard'", id));
    }

    [Fact]
    public async Task What_has_been_kept_long_enough_ends()
    {
        var (old, young) = (await InsertAsync("now() - interval '366 days'",
            Guid.Parse("00000000-0000-7000-8000-000000000001")), await InsertAsync("now() - interval '364 days'"));
        await Eventually.TrueAsync("the old row is gone",
            async () => await sample.CountAsync("select count(*) from audit where id = $1", old) == 0);
        Assert.Equal(1, await sample.CountAsync("select count(*) from audit where id = $1", young));
    }

    private async Task<Guid> InsertAsync(string at, Guid? given = null)
    {
        var id = given ?? Guid.CreateVersion7();
        await using var connection = await sample.Rows.OpenConnectionAsync();
        await ExecuteAsync(connection, $"insert into audit (id, at, actor, outcome, address, after) "
            + $"values ($1, {at}, 'guard', 'done', '203.0.113.7', '{{}}')", id);
        return id;
    }

    /// <summary>A connection as a plain role that owns the table, as a service's role does in the park.</summary>
    private async Task<NpgsqlConnection> OwnRoleAsync()
    {
        var connection = await sample.Rows.OpenConnectionAsync();
        await ExecuteAsync(connection, """
            do $do$ begin
                if not exists (select from pg_roles where rolname = 'kit_audit_owner') then
                    create role kit_audit_owner;
                end if;
            end $do$
            """);
        await ExecuteAsync(connection, "alter table audit owner to kit_audit_owner");
        await ExecuteAsync(connection, "alter function audit_guard() owner to kit_audit_owner");
        await ExecuteAsync(connection, "set role kit_audit_owner");
        return connection;
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, params Guid[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(Array.ConvertAll(values, value => new NpgsqlParameter { Value = value }));
        return await command.ExecuteNonQueryAsync();
    }
}
