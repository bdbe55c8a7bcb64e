namespace Technopark.ServiceKit.Tests;

/// <summary>Every date that comes in is that of a fact, which RuleTests hold to the past, or of a plan.</summary>
public sealed class LegalDateTests
{
    [Fact]
    public void Plans_are_few_and_all_else_has_happened()
    {
        var dates = Repository.Centres.SelectMany(Operation.Of).Where(operation => operation.Body is not null)
            .SelectMany(operation => MembersOf(operation, operation.Body!.Value).Select(
                member => (At: $"{operation.Name}.{member.Name}", member.Schema)))
            .Where(member => member.Schema.TryGetProperty("format", out var format)
                && format.GetString()!.StartsWith("date", StringComparison.Ordinal)).ToArray();
        Assert.True(dates.Length > 10, "There are no dates.");
        Assert.Equal(
            ["OpenCall.closesOn", "OpenCall.opensOn", "ScheduleMeeting.startsAt"],
            dates.Where(date => !date.Schema.TryGetProperty("x-happened", out _)).Select(date => date.At).Order());
    }

    private static IEnumerable<(string Name, JsonElement Schema)> MembersOf(Operation operation, JsonElement schema)
    {
        var shape = new BodySample(operation.Schemas, new Dictionary<string, object>()).Resolve(
            schema.TryGetProperty("oneOf", out var either) ? either.EnumerateArray().Last() : schema);
        return !shape.TryGetProperty("properties", out var properties) ? [] : properties.EnumerateObject().SelectMany(
            property => MembersOf(operation, property.Value).Prepend((property.Name, property.Value)));
    }
}
