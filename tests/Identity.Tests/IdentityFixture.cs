using System.Net;
using System.Net.Http.Json;
using Npgsql;
using Technopark.Identity.Tests;
using Technopark.ServiceDefaults;
using Technopark.TestKit;

[assembly: AssemblyFixture(typeof(IdentityFixture))]

namespace Technopark.Identity.Tests;

/// <summary>The identity service with a folder for its mails.</summary>
public sealed class IdentityFixture() : CentreFixture<Program>("identity"), IAsyncDisposable
{
    private const string OperationsKey = "the key of this park's operations";

    public const string Password = "correct horse battery";

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
        await RegisterAsync(visitor, mail);
        var link = await Mails.LinkAsync(mail, "/confirm");
        await visitor.SubmitAsync(link, new() { ["Password"] = Password });
        return visitor;
    }

    public static async Task<Shown> RegisterAsync(Visitor visitor, string mail, string page = "/identity/register") =>
        await visitor.SubmitAsync(page, new() { ["Name"] = "Анна Первая", ["Mail"] = mail, ["Password"] = Password, ["Consent"] = "true" });

    public static Task<Shown> SignInAsync(Visitor visitor, string mail, string password = Password, string query = "") =>
        visitor.SubmitAsync($"/identity/signin{query}", new() { ["Mail"] = mail, ["Password"] = password });

    /// <summary>Invites as who runs the park does, with its key.</summary>
    public Task<HttpStatusCode> InviteAsync(string mail, string role, string key = OperationsKey) =>
        OperateAsync("/ops/invitations", new { mail, roles = new[] { role } }, key);

    /// <summary>Gives an account back, as who runs the park does.</summary>
    public Task<HttpStatusCode> RecoverAsync(string mail, string key = OperationsKey) => OperateAsync("/ops/accounts/recover", new { mail }, key);

    /// <param name="body">Null for none.</param>
    public async Task<HttpStatusCode> OperateAsync(string path, object? body, string key = OperationsKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
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
}
