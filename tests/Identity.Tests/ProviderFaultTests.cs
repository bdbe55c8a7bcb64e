using Microsoft.AspNetCore.WebUtilities;

namespace Technopark.Identity.Tests;

/// <summary>Forged, replayed and misdirected answers of the provider, and a provider that gives none.</summary>
[Collection(nameof(AtProvider))]
public sealed class ProviderFaultTests(IdentityFixture identity, AtProvider park) : IDisposable
{
    private const string Start = "/identity/signin/provider?go=true", Done = "/identity/signin/done";
    private const string Refused = "/identity/signin/provider?fault=refused";

    public void Dispose() => park.Restore();

    [Fact]
    public async Task The_way_through_with_nothing_changed_leads_to_the_welcome()
    {
        var (browser, answer) = await ReturnAsync();

        Assert.Equal("/identity/signin/welcome", await AnswerAsync(browser, answer));
    }

    [Fact]
    public async Task A_state_that_was_changed_or_left_out_is_refused_and_told_to_the_audit()
    {
        var before = await ToldAsync();
        var (browser, answer) = await ReturnAsync();

        Assert.Equal(Refused, await AnswerAsync(browser, With(answer, "state", $"x{Part(answer, "state")}")));
        Assert.Equal(Refused, await AnswerAsync(browser, With(answer, "state", "")));

        await Eventually.TrueAsync("both are told", async () => await ToldAsync() >= before + 2);
    }

    [Fact]
    public async Task An_answer_in_another_browser_is_refused()
    {
        var (browser, answer) = await ReturnAsync();
        using var other = park.Browse(follows: false);

        await RefusedAsync(other, answer);
    }

    [Fact]
    public async Task An_answer_is_good_once()
    {
        var (browser, answer) = await ReturnAsync();
        await AnswerAsync(browser, answer);

        await RefusedAsync(browser, answer);
    }

    [Fact]
    public async Task A_nonce_that_was_changed_is_refused()
    {
        var (browser, asked) = await AskAsync();

        await RefusedAsync(browser, await CodeAsync(browser, With(asked, "nonce", "another")));
    }

    [Fact]
    public async Task A_code_of_another_client_or_of_another_persons_sign_in_is_refused()
    {
        var (browser, asked) = await AskAsync();
        var mine = await CodeAsync(browser, asked);
        var injected = Part((await ReturnAsync()).Answer, "code");
        var foreign = Part(await CodeAsync(browser, With(asked, "client_id", ForeignProvider.OtherClient)), "code");

        await RefusedAsync(browser, With(mine, "code", foreign));
        (browser, mine) = await ReturnAsync();
        await RefusedAsync(browser, With(mine, "code", injected));
    }

    [Fact]
    public async Task Who_was_refused_can_try_again_and_still_gets_where_they_wanted()
    {
        using var browser = park.Browse(follows: false);
        using var sent = await browser.GetAsync($"{Start}&returnUrl=%2Fidentity%2Faccount%2Fsessions");
        var state = Uri.EscapeDataString(Part(sent.Headers.Location!, "state"));

        var back = await AnswerAsync(browser, new Uri($"{AtProvider.Park}{Done}?error=access_denied&state={state}"));
        var page = await new Visitor(park.Browse(), "en").OpenAsync(back);

        Assert.Equal((HttpStatusCode.BadRequest, "/identity/signin/provider"), (page.Status, page.Path));
        page.Says("Signing in at Polytech came to nothing");
        page.Says("go=true&returnUrl=%2Fidentity%2Faccount%2Fsessions");
    }

    [Theory]
    [InlineData("en", "Polytech, where you sign in, does not answer")]
    [InlineData("ru", "Polytech, где вы входите, не отвечает")]
    public async Task A_provider_that_is_away_is_told_by_a_page_and_sign_in_goes_on_when_it_is_back(
        string language, string said)
    {
        await using var another = await park.StartAnotherAsync();
        var visitor = new Visitor(park.Browse(park: another), language);
        park.IsProviderAway = true;
        var away = await visitor.OpenAsync("/identity/account");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "/identity/signin/provider"), (away.Status, away.Path));
        away.Says(said);

        park.IsProviderAway = false;
        await Eventually.TrueAsync(
            "it is asked again", async () => (await visitor.OpenAsync(Start)).Path == "/identity/signin");
    }

    [Fact]
    public async Task A_provider_that_goes_away_half_way_is_told_too()
    {
        var (browser, answer) = await ReturnAsync();
        park.IsProviderAway = true;
        Assert.Equal("/identity/signin/provider?fault=away", await AnswerAsync(browser, answer));
    }

    [Fact]
    public async Task A_provider_that_takes_requests_beforehand_is_asked_so()
    {
        var (status, location) = await PushAsync(
            () => Answer(HttpStatusCode.Created, new { request_uri = "urn:kept", expires_in = 60 }));

        Assert.Equal(HttpStatusCode.Redirect, status);
        var asked = QueryHelpers.ParseQuery(location!.Query);
        Assert.Equal(["client_id", "request_uri"], asked.Keys.Order());
        Assert.Equal("urn:kept", asked["request_uri"]);
    }

    [Fact]
    public async Task A_provider_that_refuses_a_request_beforehand_or_goes_away_then_is_told_by_a_page()
    {
        var refused = await PushAsync(() => Answer(HttpStatusCode.BadRequest, new { error = "invalid_request" }));
        Assert.Equal((HttpStatusCode.BadRequest, null), refused);
        var babbled = await PushAsync(() => new(HttpStatusCode.BadGateway) { Content = new StringContent("<html>") });
        Assert.Equal((HttpStatusCode.BadRequest, null), babbled);
        var away = await PushAsync(() => throw new HttpRequestException("Connection refused"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, null), away);
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, object body) =>
        new(status) { Content = JsonContent.Create(body) };

    /// <summary>Sets out for a provider that takes requests beforehand, and answers this one so.</summary>
    private async Task<(HttpStatusCode Status, Uri? Location)> PushAsync(Func<HttpResponseMessage> answer)
    {
        await using var another = await park.StartAnotherAsync();
        park.Endpoints["pushed_authorization_request_endpoint"] = answer;
        using var sent = await park.Browse(follows: false, another).GetAsync(Start);
        return (sent.StatusCode, sent.Headers.Location);
    }

    /// <summary>Somebody signed in at the provider sets out from the park.</summary>
    private async Task<(HttpClient Browser, Uri Asked)> AskAsync()
    {
        var browser = park.Browse(follows: false);
        await park.Provider.SignUpAsync(new Visitor(browser, "en"));
        using var sent = await browser.GetAsync(Start);
        return (browser, sent.Headers.Location!);
    }

    /// <summary>Such a person, and where the provider sends them back to.</summary>
    private async Task<(HttpClient Browser, Uri Answer)> ReturnAsync()
    {
        var (browser, asked) = await AskAsync();
        return (browser, await CodeAsync(browser, asked));
    }

    /// <summary>Where the provider sends them back to.</summary>
    private static async Task<Uri> CodeAsync(HttpClient browser, Uri asked)
    {
        using var sent = await browser.GetAsync(asked);
        Assert.StartsWith($"{AtProvider.Park}{Done}?", sent.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("code=", sent.Headers.Location.Query, StringComparison.Ordinal);
        return sent.Headers.Location;
    }

    /// <summary>Where the park sends them on to.</summary>
    private static async Task<string> AnswerAsync(HttpClient browser, Uri answer)
    {
        using var sent = await browser.GetAsync(answer);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return sent.Headers.Location!.OriginalString;
    }

    private static async Task RefusedAsync(HttpClient browser, Uri answer) =>
        Assert.StartsWith(Refused, await AnswerAsync(browser, answer), StringComparison.Ordinal);

    private static string Part(Uri address, string parameter) =>
        QueryHelpers.ParseQuery(address.Query)[parameter].ToString();

    private static Uri With(Uri address, string parameter, string value)
    {
        var query = QueryHelpers.ParseQuery(address.Query)
            .ToDictionary(part => part.Key, part => (string?)part.Value.ToString());
        query[parameter] = value;
        return new Uri(QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), query));
    }

    private Task<long> ToldAsync() => identity.CountAsync("audit where outcome = 'providerRefused'");
}
