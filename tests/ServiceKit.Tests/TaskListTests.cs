namespace Technopark.ServiceKit.Tests;

/// <summary>Every centre whose things go from state to state says what waits.</summary>
public sealed class TaskListTests
{
    [Fact]
    public void Every_centre_with_steps_tells_what_waits_in_one_shape()
    {
        var stepping = Repository.Centres.Where(centre => Operation.Of(centre).Any(one => one.IsTransition)).ToArray();
        Assert.NotEmpty(stepping);
        var shapes = stepping.ToLookup(ShapeOf);
        Assert.Single(shapes);
        Assert.Contains("companyName", shapes.Single().Key, StringComparison.Ordinal);
    }

    private static string ShapeOf(string centre)
    {
        var list = Operation.Of(centre).SingleOrDefault(one => one.Path == $"/api/{centre}/v1/tasks");
        return list is null ? $"{centre} has none"
            : $"{list.Name} {list.Own} {list.Schemas.GetProperty("TaskView").GetRawText()}";
    }
}
