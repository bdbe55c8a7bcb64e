using Technopark.ParkClient;

namespace Technopark.TestKit;

/// <summary>What tests of several centres ask of the centre's API.</summary>
public abstract partial class CentreFixture<TProgram>
{
    /// <summary>Ids of a whole list in its order, read in parts.</summary>
    /// <param name="id">What the list calls them.</param>
    public async Task<List<Guid>> IdsAsync(string path, int limit = 200, string id = "id")
    {
        var ids = new List<Guid>();
        await foreach (var item in Api.ListAsync(path, limit))
        {
            ids.Add(item.GetProperty(id).GetGuid());
        }

        return ids;
    }

    /// <summary>The thing as it is now.</summary>
    public Task<Thing> NowAsync(Thing thing) => Api.GetAsync(thing.Path);

    /// <summary>Sends a creation as it stands and expects the problem document of a 400 that names the field.</summary>
    public async Task RefusedByFieldAsync(string path, string field, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(body, null, "application/json");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var isProblem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json";
        var problem = isProblem ? JsonElement.Parse(text) : default;
        if (!isProblem || (int)answer.StatusCode != 400
            || problem.GetProperty("type").GetString() != "urn:technopark:problem:invalid"
            || !problem.GetProperty("errors").TryGetProperty(field, out _))
        {
            throw new InvalidOperationException($"Not refused by {field}: {answer.StatusCode} {text}");
        }
    }

    /// <summary>
    /// The state after an attempt, or the code of its refusal: for attempts that run at the same time.
    /// </summary>
    public static async Task<string> StatusOrCodeAsync(Func<Task<Thing>> act)
    {
        try
        {
            return (await act()).Status;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Code;
        }
    }
}
