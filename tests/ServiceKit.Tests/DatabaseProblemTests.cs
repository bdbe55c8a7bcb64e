using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Data;

namespace Technopark.ServiceKit.Tests;

/// <summary>The database is away when nobody answers there; all else is an answer.</summary>
public sealed class DatabaseProblemTests(SampleFixture sample)
{
    private static readonly Dictionary<string, (Exception Thrown, bool IsAway)> Known = new()
    {
        ["a refused connection"] = (new NpgsqlException("", new SocketException()), true),
        ["a broken connection"] = (new NpgsqlException("", new IOException()), true),
        ["a broken connection while saving"] =
            (new DbUpdateException("", new NpgsqlException("", new EndOfStreamException())), true),
        ["a server that stops"] = (Refused("57P01"), true),
        ["a server that starts"] = (Refused("57P03"), true),
        ["too many connections"] = (Refused("53300"), true),
        ["a connection that failed"] = (Refused("08006"), true),
        ["a slow statement"] = (new NpgsqlException("", new TimeoutException()), false),
        ["a statement that the server ended"] = (Refused("57014"), false),
        ["a deadlock"] = (Refused("40P01"), false),
        ["a lock that was not given"] = (Refused("55P03"), false),
        ["two changes that met"] = (new DbUpdateException("", Refused("40001")), false),
    };

    public static TheoryData<string> Names => [.. Known.Keys];

    [Theory, MemberData(nameof(Names))]
    public void What_is_no_answer_is_told_from_what_is(string name)
    {
        var (thrown, isAway) = Known[name];
        Assert.Equal(isAway, DatabaseProblems.IsAway(thrown));
        Assert.True(DatabaseProblems.IsPassing(thrown));
        var told = new DatabaseProblems([]).Translate(thrown);
        Assert.Equal(ProblemKind.Unavailable, told?.Kind);
        Assert.Equal(isAway, told!.Message.Contains("away", StringComparison.Ordinal));
    }

    [Theory, InlineData("22001"), InlineData("23505"), InlineData("42P01")]
    public void What_stays_refused_is_neither(string code)
    {
        Assert.False(DatabaseProblems.IsAway(Refused(code)));
        Assert.False(DatabaseProblems.IsPassing(Refused(code)));
        Assert.Null(new DatabaseProblems([]).Translate(Refused(code)));
    }

    [Fact]
    public async Task A_connection_that_nobody_gives_in_time_is_not_a_slow_statement()
    {
        await using var one = NpgsqlDataSource.Create(
            $"{sample.Database};Maximum Pool Size=1;Timeout=1;Command Timeout=1");
        await using var scope = sample.Services(0).CreateAsyncScope();
        var kits = scope.ServiceProvider.GetRequiredService<SampleDb>();
        var options = new DbContextOptionsBuilder<SampleDb>().UseNpgsql(one)
            .AddInterceptors(kits.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.Interceptors!);
        await using (var slow = new SampleDb(options.Options))
        {
            var late = await Assert.ThrowsAnyAsync<Exception>(
                () => slow.Database.ExecuteSqlRawAsync("select pg_sleep(60)"));
            Assert.False(DatabaseProblems.IsAway(late));
        }

        await using var taken = await one.OpenConnectionAsync();
        await using var waiting = new SampleDb(options.Options);
        var missing = await Assert.ThrowsAnyAsync<Exception>(() => waiting.Samples.ToListAsync());
        Assert.True(DatabaseProblems.IsAway(missing));
    }

    private static PostgresException Refused(string code) => new("", "ERROR", "ERROR", code);
}
