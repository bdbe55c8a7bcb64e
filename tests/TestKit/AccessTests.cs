using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Technopark.TestKit;

/// <summary>Tries every operation of a centre as nobody, and in every role as owner and as stranger.</summary>
public abstract class AccessTests<TMatrix, TProgram>(TMatrix matrix) : IClassFixture<TMatrix>
    where TMatrix : AccessMatrix<TProgram>
    where TProgram : class
{
    [Theory, Operations]
    public async Task Who_reaches_what_is_what_the_table_says(string operation)
    {
        if (await matrix.ViolationsAsync(operation) is { Length: > 0 } violations)
        {
            throw new InvalidOperationException(violations);
        }
    }

    [Fact]
    public async Task What_a_thing_allows_is_what_its_caller_may_do_and_no_more()
    {
        var (violations, tried) = await matrix.AllowedViolationsAsync();
        Assert.Equal("", violations);
        Assert.True(tried > 0 || !matrix.HasSteps, "nothing was tried");
    }

    [Fact]
    public async Task Who_is_shown_an_id_is_shown_its_name()
    {
        var (violations, told) = await matrix.NameViolationsAsync();
        Assert.Equal("", violations);
        Assert.True(told > 0 || !matrix.HasNames, "nothing was told");
    }

    [Fact]
    public async Task A_page_asks_the_database_as_often_however_much_is_on_it()
    {
        var (violations, tried) = await matrix.PageViolationsAsync();
        Assert.Equal("", violations);
        Assert.True(tried > 0 || !matrix.HasLists, "nothing was tried");
    }
}

/// <summary>Gives a theory every operation of the centre that its class tests, by the class's namespace.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationsAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var centre = testMethod.ReflectedType!.Namespace!.Split('.')[1].ToLowerInvariant();
        return new([.. Operation.Of(centre).Select(operation => new TheoryDataRow<string>(operation.Name))]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
