namespace Technopark.ParkClient;

/// <summary>Signs in to a park in development, in any role, with the secret in its state directory.</summary>
public static class SignedIn
{
    /// <summary>Every role that a person can have.</summary>
    public const string EveryRole = "director,manager,expert,founder,investor,coordinator,partner,mentor,operator";

    /// <summary>An access token.</summary>
    /// <param name="roles">With commas between.</param>
    /// <param name="user">Name of the person: the same one is the same person.</param>
    public static async Task<string> TokenAsync(
        this ParkState park, string roles = EveryRole, string user = "everybody") => AccessTokenIn(await AskAsync(
        park.Resources.First(process => process.Name == "identity").Endpoints["http"], new()
        {
            ["grant_type"] = "urn:technopark:grant:development",
            ["client_id"] = "development",
            ["client_secret"] =
                park.DevelopmentSecret ?? throw new InvalidOperationException("The park is not in development."),
            ["role"] = roles,
            ["user"] = user,
        }));

    /// <summary>A client of the park's gateway who shows a token with each request.</summary>
    /// <inheritdoc cref="TokenAsync"/>
    public static async Task<HttpClient> ClientAsync(
        this ParkState park, string roles = EveryRole, string user = "everybody") =>
        With(await park.TokenAsync(roles, user), park.Gateway);

    /// <summary>A client that shows this token with each request.</summary>
    /// <param name="token">Null: of nobody.</param>
    public static HttpClient With(string? token, Uri server) => new()
    {
        BaseAddress = server,
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { Authorization = token is null ? null : new("Bearer", token) },
    };

    /// <summary>What the token endpoint behind an address answers, a refusal too.</summary>
    public static async Task<JsonElement> AskAsync(Uri server, Dictionary<string, string> form)
    {
        using var http = new HttpClient { BaseAddress = server };
        using var content = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(new Uri("/identity/connect/token", UriKind.Relative), content);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <exception cref="InvalidOperationException">The answer is a refusal.</exception>
    public static string AccessTokenIn(JsonElement answer) => answer.TryGetProperty("access_token", out var token)
        ? token.GetString()!
        : throw new InvalidOperationException($"No token: {answer}");
}
