using Technopark.ParkClient;

namespace Technopark.TestKit;

/// <summary>Parts of what the API answered.</summary>
public static class ThingExtensions
{
    /// <summary>The verbs that a thing allows.</summary>
    public static IEnumerable<string?> Allowed(this Thing thing) =>
        thing.Body.GetProperty("allowed").EnumerateArray().Select(verb => verb.GetString());

    /// <summary>A sum of money as text: <c>12.0000 RUB</c>.</summary>
    public static string Sum(this Thing thing, string name)
    {
        var money = thing.Body.GetProperty(name);
        return $"{money.GetProperty("amount").GetString()} {money.GetProperty("currency").GetString()}";
    }
}
