namespace Technopark.ParkClient;

/// <summary>A thing as the API gave it.</summary>
/// <param name="Body">The JSON.</param>
/// <param name="ETag">Its state, to be sent back with a change.</param>
/// <param name="Path">Where it is.</param>
public sealed record Thing(JsonElement Body, string ETag, string Path)
{
    public Guid Id => Body.GetProperty("id").GetGuid();

    public string Status => Text("status");

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
public sealed class RefusedException(string request, Refusal refusal) : Exception($"{request}: {(int)refusal.Status} {refusal.Problem}")
{
    public Refusal Refusal { get; } = refusal;
}

/// <summary>Uses the park as a web client does: Idempotency-Key on what creates, If-Match on what changes, problems as data.</summary>
public sealed class ParkClient(HttpClient http)
{
    private const string ProblemType = "urn:technopark:problem:";

    /// <summary>Creates a thing; a key of your own makes the call repeatable.</summary>
    public async Task<Thing> CreateAsync(string path, object body, string? key = null, CancellationToken ct = default)
    {
        using var answer = await SendAsync(HttpMethod.Post, path, body, "Idempotency-Key", key ?? Guid.CreateVersion7().ToString(), ct);
        return await ThingAsync(answer, answer.Headers.Location?.OriginalString ?? path, ct);
    }

    /// <summary>Takes a transition of a thing, from the state it has now.</summary>
    public async Task<Thing> ActAsync(string thing, string verb, object? body = null, CancellationToken ct = default) =>
        await ActAsync(await GetAsync(thing, ct), verb, body, ct);

    /// <summary>Takes a transition of a thing, from the state that the caller knows.</summary>
    public async Task<Thing> ActAsync(Thing thing, string verb, object? body = null, CancellationToken ct = default)
    {
        using var answer = await SendAsync(HttpMethod.Post, $"{thing.Path}/{verb}", body ?? new { }, "If-Match", thing.ETag, ct);
        return await ThingAsync(answer, thing.Path, ct);
    }

    public async Task<Thing> GetAsync(string path, CancellationToken ct = default)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, null, null, ct);
        return await ThingAsync(answer, path, ct);
    }

    /// <summary>A thing, or null where the park answers 404.</summary>
    public async Task<Thing?> FindAsync(string path, CancellationToken ct = default)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, null, null, ct);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await ThingAsync(answer, path, ct);
    }

    /// <summary>Every item of a list, part by part.</summary>
    public async IAsyncEnumerable<JsonElement> ListAsync(string path, int limit = 200)
    {
        string? next = null;
        do
        {
            var cursor = next is null ? "" : $"&cursor={Uri.EscapeDataString(next)}";
            var page = (await GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}{cursor}")).Body;
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                yield return item;
            }

            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
    }

    /// <summary>Sends anything and expects a refusal.</summary>
    /// <param name="headers">Pairs of name and value.</param>
    public async Task<Refusal> RefusedAsync(
        HttpMethod method, string path, object? body = null, IReadOnlyDictionary<string, string>? headers = null, CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(method, path) { Content = ContentOf(body) };
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await http.SendAsync(request, ct);
        return answer.IsSuccessStatusCode
            ? throw new InvalidOperationException($"{method} {path} was accepted: {await answer.Content.ReadAsStringAsync(ct)}")
            : await RefusalAsync(answer, ct);
    }

    /// <summary>A creation that is refused.</summary>
    public Task<Refusal> CreateRefusedAsync(string path, object body, string? key = null, CancellationToken ct = default) => RefusedAsync(
        HttpMethod.Post, path, body, new Dictionary<string, string> { ["Idempotency-Key"] = key ?? Guid.CreateVersion7().ToString() }, ct);

    /// <summary>A transition that is refused, from the state the thing has now.</summary>
    public async Task<Refusal> ActRefusedAsync(string thing, string verb, object? body = null, CancellationToken ct = default) => await RefusedAsync(
        HttpMethod.Post, $"{thing}/{verb}", body ?? new { },
        new Dictionary<string, string> { ["If-Match"] = (await GetAsync(thing, ct)).ETag }, ct);

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body, string? header, string? value, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = ContentOf(body) };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        return await http.SendAsync(request, ct);
    }

    private static JsonContent? ContentOf(object? body) => body is null ? null : JsonContent.Create(body);

    private static async Task<Thing> ThingAsync(HttpResponseMessage answer, string path, CancellationToken ct)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new RefusedException($"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri}", await RefusalAsync(answer, ct));
        }

        return new Thing(await answer.Content.ReadFromJsonAsync<JsonElement>(ct), answer.Headers.ETag?.Tag ?? "", path);
    }

    private static async Task<Refusal> RefusalAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var text = await answer.Content.ReadAsStringAsync(ct);
        try
        {
            var problem = JsonSerializer.Deserialize<JsonElement>(text);
            return new Refusal(answer.StatusCode, problem.GetProperty("type").GetString()!.Replace(ProblemType, "", StringComparison.Ordinal), problem);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new Refusal(answer.StatusCode, "noProblemDocument", JsonSerializer.SerializeToElement(text));
        }
    }
}
