using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
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
        new("Operations:Key", OperationsKey), new("Callers:PeopleNames:0", "registry"),
        new("Identity:Mail:Folder", Mails.Path), new("Identity:Mail:Every", "00:00:00.050"),
        new("Retention:Every", "00:00:00.500"),
    ];

    public static string Somebody() => $"{Guid.CreateVersion7():N}@example.org";

    /// <summary>A browser nobody has used.</summary>
    public Visitor Visit(string language = "en") => new(As(Roles.None), language);

    /// <summary>Somebody who has signed up, confirmed their address and is signed in.</summary>
    public async Task<(Visitor Visitor, string Mail)> JoinAsync(string language = "en")
    {
        var (visitor, mail) = (Visit(language), Somebody());
        await visitor.RegisterAsync(mail);
        await visitor.SubmitAsync(await Mails.LinkAsync(mail, "/confirm"), new() { ["Password"] = Password });
        return (visitor, mail);
    }

    /// <summary>Such a person with codes of an app: what the app knows, and the recovery codes.</summary>
    public async Task<(Visitor Visitor, string Mail, string Key, string[] Codes)> JoinWithCodesAsync(
        string language = "en")
    {
        var (visitor, mail) = await JoinAsync(language);
        var key = await SecondStepKeyAsync(visitor);
        var on = await visitor.ChangeSecondStepAsync("On", code: Totp.Code(key));
        return (visitor, mail, key, [.. Code().Matches(on.Html).Select(match => match.Groups[1].Value)]);
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

    /// <summary>Every table that holds a text in any column, by name.</summary>
    public async Task<string> TablesWithAsync(string text)
    {
        var tables = await ScalarAsync<string>(
            """
            select string_agg(table_name::text, ',' order by table_name) from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
            """);
        var having = new List<string>();
        foreach (var table in tables.Split(','))
        {
            if (await CountAsync($"\"{table}\" t where t::text like '%' || $1 || '%'", text) > 0)
            {
                having.Add(table);
            }
        }

        return string.Join(',', having);
    }

    /// <summary>Waits until the audit tells this once of an account.</summary>
    public Task ToldAsync(Guid account, string outcome) => Eventually.TrueAsync($"{outcome} is told", async () =>
        await CountAsync("audit where target_id = $1 and outcome = $2", account, outcome) == 1);

    /// <summary>A page in a fresh browser context; all tests share one Chromium and one service behind it.</summary>
    public async Task<IPage> OpenBrowserAsync(string language, bool scripts = true) =>
        await (await BrowserAsync()).OpenAsync(language, scripts);

    /// <summary>Invites as who runs the park does, with its key.</summary>
    public Task<HttpStatusCode> InviteAsync(string mail, string role, string key = OperationsKey) =>
        OperateAsync("/ops/invitations", new { mail, roles = new[] { role } }, key);

    /// <summary>Gives an account back, as who runs the park does.</summary>
    public Task<HttpStatusCode> RecoverAsync(string mail, string key = OperationsKey) =>
        OperateAsync("/ops/accounts/recover", new { mail }, key);

    /// <param name="body">Null for none.</param>
    public async Task<HttpStatusCode> OperateAsync(string path, object? body, string key = OperationsKey)
    {
        using var http = As(Roles.None);
        http.DefaultRequestHeaders.Add("X-Operations-Key", key);
        using var content = body is null ? null : JsonContent.Create(body);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        return answer.StatusCode;
    }

    /// <summary>The service once more, on the database and mails of this fixture.</summary>
    public async Task<WebApplicationFactory<Program>> StartAnotherAsync(Action<IWebHostBuilder> configure)
    {
        var database = await ScalarAsync<string>("select current_database()::text");
        var server = Environment.GetEnvironmentVariable("ConnectionStrings__postgres");
        return new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting(
                "ConnectionStrings:identity", $"{new NpgsqlConnectionStringBuilder(server) { Database = database }}");
            host.UseSetting("Identity:Mail:Folder", Mails.Path);
            host.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
            host.UseEnvironment("Development");
            configure(host);
        });
    }

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
