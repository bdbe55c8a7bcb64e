namespace Technopark.TestKit;

/// <summary>A request that keeps every rule but the state that it names, for a rule to be broken.</summary>
internal sealed record Question(HttpMethod Method, string Path, string Body)
{
    public string? IfMatch { get; init; } = "\"1\"";

    public string? IfNoneMatch { get; init; }

    public string? Key { get; init; } = Guid.CreateVersion7().ToString();

    public string? Language { get; init; }

    public string MediaType { get; init; } = "application/json";

    public HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(Method, Path);
        request.Headers.TryAddWithoutValidation("If-Match", IfMatch);
        request.Headers.TryAddWithoutValidation("If-None-Match", IfNoneMatch);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Key);
        request.Headers.TryAddWithoutValidation("Accept-Language", Language);
        request.Content = Method == HttpMethod.Get || Method == HttpMethod.Head
            ? null : new StringContent(Body, null, MediaType);
        return request;
    }
}
