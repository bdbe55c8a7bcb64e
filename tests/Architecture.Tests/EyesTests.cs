namespace Technopark.Architecture.Tests;

public sealed class EyesTests
{
    private const string Sample = """
        class StartResidency
        {
            async Task A() => await db.Residencies.CountAsync(other => other.IsRunning, ct);
            async Task B() => await db.Residencies.AsNoTracking().Where(other => true).ToListAsync(ct);
            async Task C() => await db.Issuers.FindOr404Async(round.CompanyId, ct);
            async Task D() => await db.Interests.FromSql($"select").ToListAsync(ct);
            async Task E() => await db.Every<Residency>().CountAsync(other => other.IsRunning, ct);
            async Task F() => await db.Residencies.FindOr404Async(id, ifMatch, ct);
            async Task G() => await db.Interests.FromSql($"select").IgnoreQueryFilters().ToListAsync(ct);
        }
        """;

    [Fact]
    public void A_rule_that_looks_through_the_caller_s_eyes_is_found() => Assert.Equal(
        ["db.Residencies", "db.Residencies", "db.Issuers", "db.Interests"],
        EyesRules.Violations(SourceFile.Parse("services/Incubation/Features/A/StartResidency.cs", Sample))
            .Select(line => line.Split(' ')[^1]));

    [Fact]
    public void No_rule_looks_through_the_caller_s_eyes()
    {
        var files = Repository.Sources.Where(file => EyesRules.HoldsFor(file.Path)).ToArray();
        Assert.NotEmpty(files.SelectMany(EyesRules.Asked));
        Assert.Empty(files.SelectMany(EyesRules.Violations));
    }
}
