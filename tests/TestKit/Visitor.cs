using System.Text.RegularExpressions;

namespace Technopark.TestKit;

/// <summary>A page as it was shown.</summary>
/// <param name="At">Path and query where the visitor ended.</param>
public sealed record Shown(HttpStatusCode Status, string At, string Html)
{
    public string Path => At.Split('?')[0];

    public string Text => WebUtility.HtmlDecode(Html);
}

/// <summary>Somebody with a browser that keeps cookies and follows redirects, and has no scripts.</summary>
public sealed partial class Visitor(HttpClient http, string language)
{
    /// <summary>Where the gateway says the visitor comes from.</summary>
    public const string Address = "203.0.113.7";

    private const string TokenField = "__RequestVerificationToken";

    public async Task<Shown> OpenAsync(string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        return await SendAsync(request);
    }

    /// <summary>Opens a page, fills its form in and sends it.</summary>
    /// <param name="to">Where the form goes; null for the page itself.</param>
    public async Task<Shown> SubmitAsync(string page, Dictionary<string, string> fields, string? to = null)
    {
        var form = await OpenAsync(page);
        var token = Token().Match(form.Html).Groups[1].Value;
        return await PostAsync(to ?? form.At, new(fields) { [TokenField] = token });
    }

    public async Task<Shown> PostAsync(string page, Dictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, page);
        request.Content = new FormUrlEncodedContent(fields);
        return await SendAsync(request);
    }

    public async Task<Shown> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("Accept-Language", language);
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("X-Forwarded-For", Address);
        request.Headers.Add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/143.0.0.0 Safari/537.36");
        using var response = await http.SendAsync(request);
        return new Shown(
            response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery,
            await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
