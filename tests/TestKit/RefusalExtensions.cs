using Technopark.ParkClient;

namespace Technopark.TestKit;

/// <summary>Refusals as tests write them.</summary>
public static class RefusalExtensions
{
    /// <summary>
    /// Status, code and the fields named: <c>409 noSeat</c>, <c>409 companyUnknown companyId</c>; of values that break
    /// a rule the fields alone: <c>400 name</c>.
    /// </summary>
    public static string InShort(this Refusal refusal)
    {
        var code = refusal.Code == "invalid" ? "" : $" {refusal.Code}";
        var fields = refusal.Errors.Count == 0 ? "" : $" {string.Join(',', refusal.Errors.Keys.Order())}";
        return $"{(int)refusal.Status}{code}{fields}";
    }

    /// <summary>The same of any answer; of one that is no refusal the status.</summary>
    public static async Task<string> InShortAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"{(int)answer.StatusCode}";
        }

        var problem = JsonElement.Parse(text);
        var code = problem.GetProperty("type").GetString()!.Split(':')[^1];
        return new Refusal(answer.StatusCode, code, problem).InShort();
    }
}
