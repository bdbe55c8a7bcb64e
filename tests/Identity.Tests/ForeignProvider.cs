using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Technopark.Identity.Tests;

/// <summary>A foreign provider: this service once more, with its own database, people and address.</summary>
public sealed class ForeignProvider() : CentreFixture<Program>("identity")
{
    public const string Host = "localhost:9443";
    public const string Address = $"http://{Host}/identity";
    public const string Client = "park", OtherClient = "other", Secret = "known-to-the-provider-and-the-park";

    private readonly MailFolder _mails = new();
    private readonly ConcurrentDictionary<string, Dictionary<string, object>> _profiles = new();

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("SignIn:Issuer", $"{Address}/"), new("Identity:Mail:Folder", _mails.Path),
        new("Identity:Mail:Every", "00:00:00.050"), .. Clients,
    ];

    private static IEnumerable<KeyValuePair<string, string?>> Clients => new[] { Client, OtherClient }.SelectMany(
        client => new[]
    {
        KeyValuePair.Create<string, string?>($"Identity:Clients:{client}:Secret", Secret),
        new($"Identity:Clients:{client}:RedirectUris:0", $"{AtProvider.Park}/identity/signin/done"),
    });

    /// <summary>Registers the park: the database says then what the settings say.</summary>
    public async Task RegisterClientsAsync()
    {
        var database = await ScalarAsync<string>("select current_database()::text");
        var server = Environment.GetEnvironmentVariable("ConnectionStrings__postgres");
        var postgres = new Npgsql.NpgsqlConnectionStringBuilder(server) { Database = database };
        string[] args =
        [
            $"--ConnectionStrings:identity={postgres}", "--environment=Development",
            .. Clients.Select(setting => $"--{setting.Key}={setting.Value}"), "--migrate",
        ];
        Assert.Equal(0, typeof(Program).Assembly.EntryPoint!.Invoke(null, [args]));
    }

    /// <summary>Somebody signs up here and stays signed in.</summary>
    /// <returns>How the provider knows them.</returns>
    public async Task<string> SignUpAsync(Visitor visitor)
    {
        var mail = IdentityFixture.Somebody();
        await visitor.RegisterAsync(mail, $"{Address}/register", to: $"{Address}/register");
        var link = $"http://{Host}{await _mails.LinkAsync(mail, "/confirm")}";
        await visitor.SubmitAsync(link, new() { ["Password"] = IdentityFixture.Password }, link);
        return (await ScalarAsync<Guid>("select id from accounts where email = $1", mail)).ToString();
    }

    /// <summary>What it says of somebody from now on, beside their name.</summary>
    public void Say(string subject, params (string Claim, object Value)[] profile) =>
        _profiles[subject] = profile.ToDictionary(part => part.Claim, part => part.Value);

    protected override void Configure(IServiceCollection services) => services.AddOpenIddict().AddServer(server =>
        server.AddEventHandler<ProcessSignInContext>(
            handler => handler.UseInlineHandler(Tell).SetOrder(int.MinValue + 50_000)));

    private ValueTask Tell(ProcessSignInContext context)
    {
        if (context.Principal?.GetClaim("sub") is { } subject && _profiles.TryGetValue(subject, out var profile))
        {
            var identity = (ClaimsIdentity)context.Principal.Identity!;
            foreach (var (name, value) in profile)
            {
                identity.SetClaim(name, JsonSerializer.SerializeToElement(value));
                identity.FindFirst(name)!.SetDestinations("id_token");
            }
        }

        return default;
    }
}
