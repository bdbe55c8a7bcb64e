namespace Technopark.ServiceDefaults;

/// <summary>A code and a title for each status that has no better one.</summary>
public static class ProblemTitles
{
    private static readonly Dictionary<int, (string Code, ProblemText Title)> Known = new()
    {
        [400] = ("invalid", "The request breaks a rule"),
        [401] = ("unauthenticated", "Sign in first"),
        [403] = ("forbidden", "This is not allowed to you"),
        [404] = ("notFound", "There is no such thing"),
        [405] = ("methodNotAllowed", "The address does not know this method"),
        [409] = ("conflict", "The present state does not allow this"),
        [412] = ("stale", "It was changed meanwhile"),
        [413] = ("tooLarge", "The request is too large"),
        [415] = ("unsupportedMediaType", "Send application/json"),
        [422] = ("unprocessable", "The request contradicts an earlier one"),
        [428] = ("ifMatchRequired", "Say which state the change starts from"),
        [429] = ("tooManyRequests", "Too many requests"),
        [500] = ("internal", "Something went wrong on our side"),
        [502] = ("unavailable", "The service is away for a moment"),
        [503] = ("unavailable", "The service is away for a moment"),
        [504] = ("timeout", "The service did not answer in time"),
    };

    /// <summary>The problem's code where nothing better is known.</summary>
    public static string CodeOf(int status) => Known.TryGetValue(status, out var known) ? known.Code : $"http{status}";

    /// <summary>The problem's title.</summary>
    public static ProblemText TitleOf(int status) =>
        Known.TryGetValue(status, out var known) ? known.Title : "The request failed";
}
