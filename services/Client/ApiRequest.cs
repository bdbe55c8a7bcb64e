using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Technopark.Contracts;

namespace Technopark.Client;

/// <summary>What an operation answered.</summary>
/// <param name="Result">What it is about; null where the answer has no body.</param>
/// <param name="Status">200, 201 or 204.</param>
/// <param name="ETag">The thing's state, for the If-Match of its next change; empty where the answer has none.</param>
public sealed record Answer<T>(T Result, HttpStatusCode Status, string ETag);

/// <summary>An operation was refused, or failed: a problem of RFC 9457.</summary>
public sealed class ApiProblemException(
    HttpStatusCode status, string code, string title, string? detail = null,
    IReadOnlyDictionary<string, string[]>? errors = null, string? traceId = null, TimeSpan? retryAfter = null)
    : Exception($"{(int)status} {title} {detail}".TrimEnd())
{
    /// <summary>The answer's status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>What was broken, the same in every language; empty where the answer was no problem document.</summary>
    public string Code { get; } = code;

    /// <summary>The kind of problem, for people.</summary>
    public string Title { get; } = title;

    /// <summary>What happened this time, for people.</summary>
    public string? Detail { get; } = detail;

    /// <summary>The rules broken, by member, parameter or header: <c>founders[0].role</c>.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors ?? new Dictionary<string, string[]>();

    /// <summary>By which an operator finds the request.</summary>
    public string? TraceId { get; } = traceId;

    /// <summary>After which the request may succeed; null where nothing is said of it.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>What comes in many parts: lists and events.</summary>
public static class Answers
{
    /// <summary>Every item of a list, part by part.</summary>
    /// <param name="read">Reads the part that begins at a cursor; null: the first.</param>
    /// <param name="part">Items and next cursor of a part.</param>
    public static async IAsyncEnumerable<TItem> WalkAsync<TPart, TItem>(
        Func<string?, Task<Answer<TPart>>> read, Func<TPart, (IReadOnlyList<TItem> Items, string? Next)> part)
    {
        string? cursor = null;
        do
        {
            (var items, cursor) = part((await read(cursor)).Result);
            foreach (var item in items)
            {
                yield return item;
            }
        }
        while (cursor is not null);
    }

    /// <summary>What the events of one name carry.</summary>
    public static IAsyncEnumerable<T> Of<T>(this IAsyncEnumerable<SseItem<string>> events, string name) => events
        .Where(item => item.EventType == name)
        .Select(item => JsonSerializer.Deserialize<T>(item.Data, ContractJson.Options)!);
}

/// <summary>A request of a generated client: each of its parameters says where it goes.</summary>
internal sealed class ApiRequest(HttpClient http, string method, string path)
{
    private readonly List<string> _query = [];
    private readonly List<(string Name, string Value)> _headers = [];
    private string _path = path;
    private object? _body;

    private sealed record Problem(
        string? Type, string? Title, string? Detail, Dictionary<string, string[]>? Errors, string? TraceId);

    public ApiRequest Path(string name, object value) =>
        And(() => _path = _path.Replace($"{{{name}}}", Escaped(value), StringComparison.Ordinal));

    public ApiRequest Query(string name, object? value) =>
        value is null ? this : And(() => _query.Add($"{(_query.Count == 0 ? '?' : '&')}{name}={Escaped(value)}"));

    public ApiRequest Header(string name, string? value) =>
        value is null ? this : And(() => _headers.Add((name, value)));

    public ApiRequest Body(object? body) => And(() => _body = body);

    public async Task<Answer<T>> SendAsync<T>(CancellationToken ct)
    {
        var answer = await AnswerAsync(ct);
        if (typeof(T) == typeof(Stream))
        {
            // Who reads it ends the answer, by ending the stream.
            return Of((T)(object)await answer.Content.ReadAsStreamAsync(ct));
        }

        using (answer)
        {
            return Of(typeof(T) == typeof(object)
                ? default! : (await answer.Content.ReadFromJsonAsync<T>(ContractJson.Options, ct))!);
        }

        Answer<T> Of(T result) => new(result, answer.StatusCode, answer.Headers.ETag?.ToString() ?? "");
    }

    public async IAsyncEnumerable<SseItem<string>> FollowAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var answer = await AnswerAsync(ct);
        await using var stream = await answer.Content.ReadAsStreamAsync(ct);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(ct))
        {
            yield return item;
        }
    }

    private static string Escaped(object value) => Uri.EscapeDataString(
        value as string ?? JsonSerializer.Serialize(value, ContractJson.Options).Trim('"'));

    private ApiRequest And(Action add)
    {
        add();
        return this;
    }

    private async Task<HttpResponseMessage> AnswerAsync(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), _path + string.Concat(_query));
        request.Content =
            _body is null ? null : JsonContent.Create(_body, _body.GetType(), options: ContractJson.Options);
        _headers.ForEach(header => request.Headers.TryAddWithoutValidation(header.Name, header.Value));
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        return answer.IsSuccessStatusCode ? answer : throw await RefusalAsync(answer, ct);
    }

    private static async Task<ApiProblemException> RefusalAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        using var _ = answer;
        var isProblem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json";
        var problem = isProblem ? await answer.Content.ReadFromJsonAsync<Problem>(ContractJson.Options, ct) : null;
        return new ApiProblemException(
            answer.StatusCode, problem?.Type?.Split(':')[^1] ?? "",
            problem?.Title ?? answer.ReasonPhrase ?? "", problem?.Detail, problem?.Errors, problem?.TraceId,
            answer.Headers.RetryAfter?.Delta);
    }
}
