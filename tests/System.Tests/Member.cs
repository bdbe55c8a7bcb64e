namespace Technopark.SystemTests;

/// <summary>Somebody who has signed up, with a browser that keeps cookies and follows redirects.</summary>
internal sealed class Member : IDisposable
{
    public const string Password = "correct horse battery";

    private Member(Uri gateway)
    {
        Http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies }) { BaseAddress = gateway };
        Visitor = new Visitor(Http, "en");
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http { get; }

    public Visitor Visitor { get; }

    public string Mail { get; private init; } = $"{Guid.CreateVersion7():N}@example.org";

    /// <summary>What the gateway's cookie says, as a browser sends it.</summary>
    public string Cookie => Cookies.GetCookieHeader(Http.BaseAddress!);

    /// <summary>Signs up by mail; the identity service then knows the browser, and the gateway does not yet.</summary>
    public static async Task<Member> SignUpAsync(RunningPark park)
    {
        var member = new Member(park.Http.BaseAddress!);
        await member.Visitor.SubmitAsync("/identity/register", new()
        {
            ["Name"] = "Анна Первая",
            ["Mail"] = member.Mail,
            ["Password"] = Password,
            ["Consent"] = "true",
        });
        await member.Visitor.SubmitAsync(
            await park.Mails.LinkAsync(member.Mail, "/confirm"), new() { ["Password"] = Password });
        return member;
    }

    /// <summary>The same, and signs in at the gateway.</summary>
    public static async Task<Member> SignInAsync(RunningPark park)
    {
        var member = await SignUpAsync(park);
        await member.Visitor.OpenAsync("/signin");
        return member;
    }

    /// <summary>The same person with another browser.</summary>
    /// <param name="gateway">Of another park that knows them.</param>
    public async Task<Member> ElsewhereAsync(Uri? gateway = null)
    {
        var other = new Member(gateway ?? Http.BaseAddress!) { Mail = Mail };
        await other.Visitor.SubmitAsync("/signin", new() { ["Mail"] = Mail, ["Password"] = Password });
        return other;
    }

    /// <summary>A request as a script of the park's own page sends it.</summary>
    public async Task<HttpStatusCode> CallAsync(
        HttpMethod method, string path, string? site = "same-origin", string? csrf = "1")
    {
        using var request = new HttpRequestMessage(method, path);
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        if (csrf is not null)
        {
            request.Headers.Add("X-CSRF", csrf);
        }

        using var response = await Http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Makes a thing as a page of the park does.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> CreateAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-CSRF", "1");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Has everything erased that tells who they are.</summary>
    public async Task EraseAsync()
    {
        const string page = "/identity/account/data";
        var gone = await Visitor.SubmitAsync(
            page, new() { ["Password"] = Password, ["Sure"] = "true" }, $"{page}?handler=Erase");
        Assert.Equal("/identity/erased", gone.Path);
    }

    /// <summary>A request of somebody else who shows this cookie.</summary>
    public static async Task<HttpResponseMessage> AskAsync(Uri gateway, string path, params string[] cookie)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        http.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookie);
        return await http.GetAsync(new Uri(gateway, path));
    }

    public void Dispose() => Http.Dispose();
}
