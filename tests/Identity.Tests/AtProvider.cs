using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Technopark.Identity.ExternalProvider;

namespace Technopark.Identity.Tests;

/// <summary>The tests that share it take turns: one of them cuts the line to the provider.</summary>
[CollectionDefinition(nameof(AtProvider))]
public sealed class AtProviderTurns : ICollectionFixture<AtProvider>;

/// <summary>The identity service as a client of a foreign provider, on the database of IdentityFixture.</summary>
public sealed class AtProvider(IdentityFixture identity) : IAsyncLifetime
{
    public const string Park = "http://127.0.0.1:8080";

    private WebApplicationFactory<Program> _park = null!;

    public ForeignProvider Provider { get; } = new();

    /// <summary>True while the park cannot reach the provider.</summary>
    public bool IsProviderAway { get; set; }

    /// <summary>What the provider has beside: names in its discovery document, and what is answered there.</summary>
    public Dictionary<string, Func<HttpResponseMessage>> Endpoints { get; } = [];

    /// <summary>After each test that changed something of it.</summary>
    public void Restore()
    {
        IsProviderAway = false;
        Endpoints.Clear();
    }

    public async ValueTask InitializeAsync()
    {
        await Provider.InitializeAsync();
        await Provider.RegisterClientsAsync();
        _park = await StartAnotherAsync();
    }

    /// <summary>Another park at the provider, which has not asked it for anything yet.</summary>
    public Task<WebApplicationFactory<Program>> StartAnotherAsync() => identity.StartAnotherAsync(host =>
    {
        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["Authority"] = ForeignProvider.Address,
            ["ClientId"] = ForeignProvider.Client,
            ["ClientSecret"] = ForeignProvider.Secret,
            ["Name"] = "Polytech",
            ["Scopes"] = "openid profile",
            ["RolesClaim"] = "realm_access.roles",
            ["Roles:director:0"] = "park-directors",
            ["Roles:expert:0"] = "park-experts",
            ["Roles:expert:1"] = "professors",
        })
        {
            host.UseSetting($"Identity:Provider:{key}", value);
        }

        host.ConfigureServices(services => services.Configure<OpenIdConnectOptions>(
            ProviderSignIn.Scheme, options => options.BackchannelHttpHandler = new Line(Provider.Handler, this)));
    });

    /// <summary>A browser nobody has used.</summary>
    /// <param name="follows">False for one that stays where it is sent on.</param>
    public HttpClient Browse(bool follows = true, WebApplicationFactory<Program>? park = null)
    {
        var ways = new Ways((park ?? _park).Server.CreateHandler(), Provider.Handler);
        var cookies = new CookieContainerHandler { InnerHandler = ways };
        HttpMessageHandler handler = follows ? new RedirectHandler(20) { InnerHandler = cookies } : cookies;
        return new HttpClient(handler) { BaseAddress = new Uri(Park) };
    }

    public Visitor Visit(string language = "en") => new(Browse(), language);

    /// <summary>Somebody whom the provider knows, at the page that welcomes them to the park.</summary>
    public async Task<(Visitor Visitor, string Subject)> ArriveAsync(params (string Claim, object Value)[] profile)
    {
        var visitor = Visit();
        var subject = await Provider.SignUpAsync(visitor);
        Provider.Say(subject, profile);
        return (visitor, subject);
    }

    /// <summary>Such a person, who has agreed and is in.</summary>
    public async Task<(Visitor Visitor, string Subject, Guid Person)> JoinAsync(
        params (string Claim, object Value)[] profile)
    {
        var (visitor, subject) = await ArriveAsync(profile);
        await SignInAsync(visitor);
        var account = await AgreeAsync(visitor);
        Assert.Equal("/identity/account", account.Path);
        return (visitor, subject, await PersonAsync(subject));
    }

    /// <summary>At the page that welcomes them.</summary>
    public static Task<Shown> AgreeAsync(Visitor visitor) =>
        visitor.SubmitAsync("/identity/signin/welcome", new() { ["Name"] = "Анна Новая", ["Consent"] = "true" });

    /// <summary>Signs in again, in the browser that knows the provider.</summary>
    public static Task<Shown> SignInAsync(Visitor visitor) => visitor.OpenAsync("/identity/signin/provider?go=true");

    public Task<Guid> PersonAsync(string subject) => identity.ScalarAsync<Guid>(
        "select user_id from account_logins where login_provider = $1 and provider_key = $2",
        $"{ForeignProvider.Address}/", subject);

    public async ValueTask DisposeAsync()
    {
        await _park.DisposeAsync();
        await Provider.DisposeAsync();
    }

    /// <summary>To either server, by the address.</summary>
    private sealed class Ways(HttpMessageHandler park, HttpMessageHandler provider) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _park = new(park), _provider = new(provider);

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            (request.RequestUri!.Authority == ForeignProvider.Host ? _provider : _park)
                .SendAsync(request, cancellationToken);
    }

    /// <summary>From the park to the provider.</summary>
    private sealed class Line(HttpMessageHandler provider, AtProvider state) : DelegatingHandler(provider)
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (state.IsProviderAway)
            {
                throw new HttpRequestException("Connection refused");
            }

            if (state.Endpoints.TryGetValue(request.RequestUri!.Segments[^1], out var endpoint))
            {
                return endpoint();
            }

            var answer = await base.SendAsync(request, cancellationToken);
            if (request.RequestUri.Segments[^1] == "openid-configuration")
            {
                var said = await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
                foreach (var name in state.Endpoints.Keys)
                {
                    said![name] = $"{ForeignProvider.Address}/{name}";
                }

                answer.Content = JsonContent.Create(said);
            }

            return answer;
        }
    }
}
