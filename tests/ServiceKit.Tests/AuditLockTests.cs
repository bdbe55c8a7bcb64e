using Npgsql;
using Technopark.ServiceKit.Audit;

namespace Technopark.ServiceKit.Tests;

/// <summary>A database as the park makes it: the service's role owns all of it, the audit is locked.</summary>
public sealed class AuditLockTests : IAsyncLifetime
{
    private readonly string _role = $"lock_{Guid.CreateVersion7():N}";
    private TestDatabase _database = null!;
    private NpgsqlDataSource _rows = null!;
    private NpgsqlConnection _own = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync("lock");
        _rows = NpgsqlDataSource.Create(_database.ConnectionString);
        await ExecuteAsync(_rows.CreateCommand($"create role {_role}"));
        await ExecuteAsync(_rows.CreateCommand(
            $"do $do$ begin execute format('alter database %I owner to {_role}', current_database()); end $do$"));
        await ExecuteAsync(_rows.CreateCommand(AuditSql.Lock(AuditSql.Kept)));
        // Twice, as at each start of the park.
        await ExecuteAsync(_rows.CreateCommand(AuditSql.Lock(AuditSql.Kept)));
        _own = await _rows.OpenConnectionAsync();
        await OwnAsync($"set session authorization {_role}");
        await OwnAsync("create table other (id int primary key, word text)");
        await OwnAsync(
            "create table audit (id int primary key, at timestamptz not null default now(), actor text, address text)");
        await OwnAsync("create index ix_audit_actor on audit (actor)");
        await OwnAsync(AuditSql.Install(AuditSql.Kept));
        await OwnAsync("insert into audit values (1, now(), 'somebody', '203.0.113.7')");
    }

    public async ValueTask DisposeAsync()
    {
        await _own.DisposeAsync();
        await ExecuteAsync(_rows.CreateCommand(
            $"do $do$ begin execute format('alter database %I owner to current_user', current_database()); end $do$; "
            + $"drop owned by {_role}; drop role {_role}"));
        await _rows.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("update audit set actor = 'nobody'")]
    [InlineData("delete from audit")]
    [InlineData("truncate audit")]
    [InlineData("drop table audit")]
    [InlineData("drop table audit, other")]
    [InlineData("drop schema public cascade")]
    [InlineData("drop owned by current_user cascade")]
    [InlineData("drop trigger audit_rows on audit")]
    [InlineData("drop function audit_lock.audit_guard() cascade")]
    [InlineData("drop schema audit_lock cascade")]
    [InlineData("drop event trigger audit_lock_drop")]
    [InlineData("alter event trigger audit_lock_command disable")]
    [InlineData(
        "create or replace function audit_lock.keep() returns event_trigger language plpgsql as $$ begin end $$")]
    [InlineData("alter table audit disable trigger audit_rows")]
    [InlineData("alter table audit disable trigger all")]
    [InlineData("alter table audit enable replica trigger audit_rows")]
    [InlineData("create or replace trigger audit_rows before update on audit for each row "
        + "when (false) execute function audit_lock.audit_guard()")]
    [InlineData("alter trigger audit_rows on audit rename to audit_none")]
    [InlineData("alter table audit rename to old")]
    [InlineData("alter schema public rename to old")]
    [InlineData("alter table audit drop column actor")]
    [InlineData("alter table audit alter column actor type varchar using 'nobody'")]
    [InlineData("set session_replication_role = replica")]
    public async Task The_role_that_owns_the_table_cannot_get_round_its_guard(string statement)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => OwnAsync(statement));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        await using var count = _rows.CreateCommand("select count(*) from audit where actor = 'somebody'");
        Assert.Equal(1L, await count.ExecuteScalarAsync());
        await Assert.ThrowsAsync<PostgresException>(() => OwnAsync("delete from audit"));
    }

    [Fact]
    public async Task A_path_to_functions_of_the_same_name_leads_nowhere()
    {
        await OwnAsync("create schema fake");
        await OwnAsync(
            "create function fake.now() returns timestamptz language sql as $$ select timestamptz '2999-01-01' $$");
        await OwnAsync("set search_path = fake, pg_catalog, public");
        await Assert.ThrowsAsync<PostgresException>(() => OwnAsync("delete from public.audit"));
    }

    [Fact]
    public async Task What_a_migration_and_erasure_do_still_goes()
    {
        await OwnAsync("alter table audit add column more text");
        await OwnAsync("alter table other add column more text, drop column word");
        await OwnAsync("drop index ix_audit_actor");
        await OwnAsync("drop table other");
        await OwnAsync("update audit set address = null");
        await OwnAsync($"insert into audit values (2, now() - interval '{AuditSql.Kept.TotalDays + 1} days', 'old')");
        await OwnAsync("delete from audit where id = 2");
    }

    private Task OwnAsync(string sql) => ExecuteAsync(new NpgsqlCommand(sql, _own));

    private static async Task ExecuteAsync(NpgsqlCommand command)
    {
        await using (command)
        {
            await command.ExecuteNonQueryAsync();
        }
    }
}
