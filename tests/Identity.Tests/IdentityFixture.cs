using System.Text.RegularExpressions;
using Npgsql;
using Technopark.Identity.Tests;

[assembly: AssemblyFixture(typeof(IdentityFixture))]

namespace Technopark.Identity.Tests;

/// <summary>The identity service with a folder for its mails.</summary>
public sealed partial class IdentityFixture() : CentreFixture<Program>("identity"), IAsyncDisposable
{
    private const string OperationsKey = "the key of this park's operations";

    public const string Password = "correct horse battery";

    private Task<Browser>? _browser;

    /// <summary>Where mails are dropped.</summary>
    public MailFolder Mails { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Operations:Key", OperationsKey),
        new("Identity:Mail:Folder", Mails.Path), new("Identity:Mail:Every", "00:00:00.050"),
        new("Retention:Every", "00:00:00.500"),
    ];

    public static string Somebody() => $"{Guid.CreateVersion7():N}@example.org";

    /// <summary>A browser nobody has used.</summary>
    public Visitor Visit(string language = "en") => new(As(Roles.None), language);

    /// <summary>Signs up and confirms: the visitor is signed in then.</summary>
    public async Task<Visitor> SignUpAsync(string mail, string language = "en")
    {
        var visitor = Visit(language);
        await visitor.RegisterAsync(mail);
        var link = await Mails.LinkAsync(mail, "/confirm");
        await visitor.SubmitAsync(link, new() { ["Password"] = Password });
        return visitor;
    }

    /// <summary>Turns codes of an app on, for somebody who has signed in.</summary>
    /// <returns>What the app is to know, and the recovery codes.</returns>
    public static async Task<(string Key, string[] Codes)> TurnSecondStepOnAsync(Visitor visitor)
    {
        var key = await SecondStepKeyAsync(visitor);
        var on = await visitor.ChangeSecondStepAsync("On", code: Totp.Code(key));
        return (key, [.. Code().Matches(on.Html).Select(match => match.Groups[1].Value)]);
    }

    /// <summary>What the page of second steps gives an app to know.</summary>
    public static async Task<string> SecondStepKeyAsync(Visitor visitor) =>
        Code().Match((await visitor.OpenAsync(Visits.Security)).Html).Groups[1].Value;

    /// <summary>Sets a new password by the link in the mail.</summary>
    public async Task<Shown> ResetAsync(Visitor visitor, string mail, string password) =>
        await visitor.SubmitAsync(await Mails.LinkAsync(mail, "/reset"), new() { ["Password"] = password });

    public Task<Guid> PersonAsync(string mail) => ScalarAsync<Guid>("select id from accounts where email = $1", mail);

    /// <param name="from">Of the query: table and condition.</param>
    public Task<long> CountAsync(string from, params object[] values) =>
        ScalarAsync<long>($"select count(*) from {from}", values);

    /// <summary>A page in a fresh browser context; all tests share one Chromium and one service behind it.</summary>
    public async Task<IPage> OpenBrowserAsync(string language, ColorScheme scheme, bool scripts) =>
        await (await BrowserAsync()).OpenAsync(language, scheme, scripts);

    /// <summary>Invites as who runs the park does, with its key.</summary>
    public Task<HttpStatusCode> InviteAsync(string mail, string role, string key = OperationsKey) =>
        OperateAsync("/ops/invitations", new { mail, roles = new[] { role } }, key);

    /// <summary>Gives an account back, as who runs the park does.</summary>
    public Task<HttpStatusCode> RecoverAsync(string mail, string key = OperationsKey) =>
        OperateAsync("/ops/accounts/recover", new { mail }, key);

    /// <param name="body">Null for none.</param>
    public async Task<HttpStatusCode> OperateAsync(string path, object? body, string key = OperationsKey)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("X-Operations-Key", key);
        using var http = As(Roles.None);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>The connection to this fixture's database.</summary>
    public async Task<string> ConnectionAsync() =>
        new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("ConnectionStrings__postgres"))
        {
            Database = await ScalarAsync<string>("select current_database()::text"),
        }.ConnectionString;

    public new async ValueTask DisposeAsync()
    {
        await (_browser is null ? ValueTask.CompletedTask : (await _browser).DisposeAsync());
        await base.DisposeAsync();
    }

    private Task<Browser> BrowserAsync()
    {
        lock (Mails)
        {
            return _browser ??= Browser.StartAsync(this);
        }
    }

    [GeneratedRegex("<code>([^<]+)</code>")]
    private static partial Regex Code();
}
