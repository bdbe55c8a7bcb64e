namespace Technopark.ServiceKit.Tests;

public sealed class ReferenceTests
{
    /// <summary>RuleTests try every reference of every body; were none found, they would try nothing.</summary>
    [Fact]
    public void Bodies_refer_to_things_and_those_references_are_found()
    {
        var found = ParkClient.Repository.Centres.SelectMany(Operation.Of)
            .SelectMany(operation => operation.References.Select(member => $"{operation.Name} {member}")).ToArray();
        Assert.Contains("AssignReviewer reviewerId", found);
        Assert.Contains("ApplyToCall companyId", found);
    }
}
