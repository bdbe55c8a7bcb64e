namespace Technopark.ParkClient;

/// <summary>A thing as the API gave it.</summary>
/// <param name="Body">The JSON.</param>
/// <param name="ETag">Its state, to be sent back with a change.</param>
/// <param name="Path">Where it is.</param>
public sealed record Thing(JsonElement Body, string ETag, string Path)
{
    public Guid Id => Body.GetProperty("id").GetGuid();

    public string Status => Text("status");

    /// <summary>Those of a list.</summary>
    public IReadOnlyList<JsonElement> Items => [.. Body.GetProperty("items").EnumerateArray()];

    public string Text(string name) => Body.GetProperty(name).GetString() ?? "";
}

/// <summary>A refusal: the status, the code behind <c>urn:technopark:problem:</c> and the document.</summary>
public sealed record Refusal(HttpStatusCode Status, string Code, JsonElement Problem)
{
    /// <summary>The rules broken, by field.</summary>
    public IReadOnlyDictionary<string, string[]> Errors => Problem.TryGetProperty("errors", out var errors)
        ? errors.Deserialize<Dictionary<string, string[]>>()!
        : new Dictionary<string, string[]>();
}

/// <summary>Thrown where the park refused what the caller expected to work.</summary>
public sealed class RefusedException(string request, Refusal refusal)
    : Exception($"{request}: {(int)refusal.Status} {refusal.Problem}")
{
    public Refusal Refusal { get; } = refusal;
}

/// <summary>Uses the park as a web client does: keys to create, ETags to change, problems as data.</summary>
public sealed class ParkClient(HttpClient http)
{
    private const string ProblemType = "urn:technopark:problem:";

    /// <summary>Creates a thing; a key of your own makes the call repeatable.</summary>
    public async Task<Thing> CreateAsync(string path, object body, string? key = null)
    {
        using var answer = await SendAsync(HttpMethod.Post, path, body, Key(key));
        return await ThingAsync(answer, answer.Headers.Location?.OriginalString ?? path);
    }

    /// <summary>Takes a transition of a thing, from the state it has now.</summary>
    public async Task<Thing> ActAsync(string thing, string verb, object? body = null) =>
        await ActAsync(await GetAsync(thing), verb, body);

    /// <summary>Takes a transition of a thing, from the state that the caller knows.</summary>
    public async Task<Thing> ActAsync(Thing thing, string verb, object? body = null)
    {
        using var answer = await SendAsync(HttpMethod.Post, $"{thing.Path}/{verb}", body ?? new { }, State(thing));
        return await ThingAsync(answer, thing.Path);
    }

    public async Task<Thing> GetAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        return await ThingAsync(answer, path);
    }

    /// <summary>A thing, or null where the park answers 404.</summary>
    public async Task<Thing?> FindAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await ThingAsync(answer, path);
    }

    /// <summary>Every item of a list, part by part.</summary>
    public async IAsyncEnumerable<JsonElement> ListAsync(string path, int limit = 200)
    {
        var first = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}";
        string? next = null;
        do
        {
            var page = (await GetAsync(next is null ? first : $"{first}&cursor={Uri.EscapeDataString(next)}")).Body;
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                yield return item;
            }

            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
    }

    /// <summary>Sends anything and expects a refusal.</summary>
    public async Task<Refusal> RefusedAsync(
        HttpMethod method, string path, object? body = null, IReadOnlyDictionary<string, string>? headers = null)
    {
        using var answer = await SendAsync(method, path, body, [.. headers ?? new Dictionary<string, string>()]);
        return answer.IsSuccessStatusCode
            ? throw new InvalidOperationException($"{method} {path}: {await answer.Content.ReadAsStringAsync()}")
            : await RefusalAsync(answer);
    }

    /// <summary>A creation that is refused.</summary>
    public Task<Refusal> CreateRefusedAsync(string path, object body, string? key = null) =>
        RefusedAsync(HttpMethod.Post, path, body, new Dictionary<string, string>([Key(key)]));

    /// <summary>A transition that is refused, from the state the thing has now.</summary>
    public async Task<Refusal> ActRefusedAsync(string thing, string verb, object? body = null) => await RefusedAsync(
        HttpMethod.Post, $"{thing}/{verb}", body ?? new { },
        new Dictionary<string, string>([State(await GetAsync(thing))]));

    private static KeyValuePair<string, string> Key(string? own) =>
        new("Idempotency-Key", own ?? Guid.CreateVersion7().ToString());

    private static KeyValuePair<string, string> State(Thing thing) => new("If-Match", thing.ETag);

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body = null, params KeyValuePair<string, string>[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request);
    }

    private static async Task<Thing> ThingAsync(HttpResponseMessage answer, string path) => answer.IsSuccessStatusCode
        ? new Thing(await answer.Content.ReadFromJsonAsync<JsonElement>(), answer.Headers.ETag?.Tag ?? "", path)
        : throw new RefusedException(
            $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri}", await RefusalAsync(answer));

    private static async Task<Refusal> RefusalAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        try
        {
            var problem = JsonElement.Parse(text);
            var code = problem.GetProperty("type").GetString()!.Replace(ProblemType, "", StringComparison.Ordinal);
            return new Refusal(answer.StatusCode, code, problem);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new Refusal(answer.StatusCode, "noProblemDocument", JsonSerializer.SerializeToElement(text));
        }
    }
}
