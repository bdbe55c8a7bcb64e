using System.Diagnostics;

namespace Technopark.SystemTests;

/// <summary>
/// Outside development nothing starts with a setting that is for development, and the park gives nobody a role.
/// </summary>
public sealed class ProductionTests
{
    private const string Secret = SealingCertificate.Password;

    /// <summary>Where each program is, and settings with which it starts.</summary>
    private static readonly Dictionary<string, (string Folder, Dictionary<string, string> Settings)> Programs = new()
    {
        ["Registry"] = ("services/Registry", Service("registry")),
        ["Identity"] = ("services/Identity", new(Service("identity"))
        {
            ["DataProtection:Certificate"] = SealingCertificate.Path,
            ["DataProtection:Password"] = Secret,
            ["Identity:Mail:Smtp:Host"] = "127.0.0.1",
            ["Identity:Mail:From"] = "noreply@park.example",
            ["Identity:Clients:gateway:Secret"] = Secret,
            ["Identity:Clients:gateway:RedirectUris:0"] = "https://park.example/signin/done",
            ["Identity:Clients:gateway:SignedOutUris:0"] = "https://park.example/signout/done",
        }),
        ["Gateway"] = ("gateway", new()
        {
            ["SignIn:Issuer"] = Issuer,
            ["SignIn:ClientSecret"] = Secret,
            ["AllowedHosts"] = "park.example;127.0.0.1",
            ["Park:Centres:0"] = "orchard",
            ["Gateway:TrustedProxies:0"] = "127.0.0.1",
            ["ConnectionStrings:gateway"] = $"Host=127.0.0.1;Username=gateway;Password={Secret}",
            ["DataProtection:Certificate"] = SealingCertificate.Path,
            ["DataProtection:Password"] = Secret,
        }),
        ["Portal"] = ("services/Portal", new() { ["SignIn:Issuer"] = Issuer }),
        ["AppHost"] = ("AppHost", new(Operator) { ["TECHNOPARK_STATE"] = "/var/tmp/technopark-that-never-starts" }),
    };

    private const string Issuer = "https://park.example/identity/";

    private static Dictionary<string, string> Operator => new()
    {
        ["Park:PublicUrl"] = "https://park.example",
        ["Identity:Mail:Smtp:Host"] = "127.0.0.1",
        ["Identity:Mail:From"] = "noreply@park.example",
        ["Gateway:TrustedProxies:0"] = "127.0.0.1",
    };

    [Theory]
    [InlineData("Registry", "SignIn:Issuer", "")]
    [InlineData("Registry", "SignIn:Issuer", "http://127.0.0.1:8080/identity/")]
    [InlineData("Registry", "SignIn:ClientSecret", "")]
    [InlineData("Registry", "Operations:Key", "operations")]
    [InlineData("Registry", "ConnectionStrings:registry", "Host=127.0.0.1;Username=postgres;Password=postgres")]
    [InlineData("Registry", "ConnectionStrings:registry", "Host=127.0.0.1;Username=registry")]
    [InlineData("Registry", "ConnectionStrings:registry", "Host=db.example;Username=registry;Password=p")]
    [InlineData("Registry", "ConnectionStrings:rabbitmq", "amqp://guest:guest@127.0.0.1:5672")]
    [InlineData("Registry", "ConnectionStrings:rabbitmq", "amqp://registry:p@mq.example")]
    [InlineData("Registry", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://telemetry.example:4317")]
    [InlineData("Registry", "DetailedErrors", "true")]
    [InlineData("Identity", "DataProtection:Certificate", "")]
    [InlineData("Identity", "DataProtection:Certificate", "/nowhere.p12")]
    [InlineData("Identity", "DataProtection:Password", "")]
    [InlineData("Identity", "DataProtection:Password", "another")]
    [InlineData("Identity", "Identity:DevelopmentSecret", Secret)]
    [InlineData("Identity", "Identity:Mail:Smtp:Host", "")]
    [InlineData("Identity", "Identity:Mail:From", "noreply@technopark.invalid")]
    [InlineData("Identity", "Identity:Provider:Authority", "http://127.0.0.1:8180/realms/park")]
    [InlineData("Identity", "Identity:Clients:gateway:Secret", "gateway")]
    [InlineData("Identity", "Identity:Clients:gateway:RedirectUris:0", "http://127.0.0.1:8080/signin/done")]
    [InlineData("Identity", "Identity:Clients:gateway:SignedOutUris:0", "http://127.0.0.1:8080/signout/done")]
    [InlineData("Gateway", "AllowedHosts", "localhost;127.0.0.1;[::1]")]
    [InlineData("Gateway", "AllowedHosts", "*")]
    [InlineData("Gateway", "Gateway:TrustedProxies:0", "")]
    [InlineData("Gateway", "Park:Centres:0", "")]
    [InlineData("Gateway", "SignIn:ClientSecret", "")]
    [InlineData("Gateway", "ConnectionStrings:gateway", "Host=127.0.0.1;Username=gateway")]
    [InlineData("Gateway", "DataProtection:Certificate", "")]
    [InlineData("Portal", "SignIn:Issuer", "")]
    [InlineData("AppHost", "Park:PublicUrl", "")]
    [InlineData("AppHost", "Park:PublicUrl", "http://park.example")]
    [InlineData("AppHost", "Park:Only", "infrastructure")]
    [InlineData("AppHost", "Identity:Mail:Smtp:Host", "")]
    [InlineData("AppHost", "Identity:Mail:From", "")]
    [InlineData("AppHost", "Gateway:TrustedProxies:0", "")]
    [InlineData("AppHost", "ConnectionStrings:postgres", "Host=db.example;Username=postgres;Password=p")]
    [InlineData("AppHost", "ConnectionStrings:rabbitmq", "amqp://guest:guest@127.0.0.1:5672")]
    [InlineData("AppHost", "ConnectionStrings:rabbitmq", "amqp://mq.example")]
    [InlineData("AppHost", "ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", "true")]
    [InlineData("AppHost", "DOTNET_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", "true")]
    [InlineData("AppHost", "Dashboard:Frontend:AuthMode", "Unsecured")]
    public async Task A_program_refuses_a_setting_of_development_and_names_it(
        string program, string setting, string value)
    {
        string[] stages = ["Production", "Staging"];
        var settings = new Dictionary<string, string>(Programs[program].Settings) { [setting] = value };
        var refusals = await Task.WhenAll(stages.Select(stage => RunAsync(program, stage, settings)));
        foreach (var (exitCode, errors) in refusals)
        {
            Assert.NotEqual(0, exitCode);
            Assert.Equal([setting], Named(errors));
        }
    }

    [Theory]
    [InlineData("Registry", 5)]
    [InlineData("Identity", 8)]
    [InlineData("Gateway", 7)]
    [InlineData("Portal", 1)]
    [InlineData("AppHost", 4)]
    public async Task All_that_is_missing_is_said_at_once(string program, int settings)
    {
        var (exitCode, errors) = await RunAsync(program, "Production", []);
        Assert.NotEqual(0, exitCode);
        Assert.Equal(settings, Named(errors).Length);
    }

    [Fact]
    public async Task A_park_in_production_starts_and_gives_no_token_of_development()
    {
        await using var park = new ParkProcess();
        await park.UpAsync();
        var (secret, token) = (park.State.DevelopmentSecret!, (await park.TokenAsync("manager")).Trim());
        Assert.Equal(HttpStatusCode.OK, await CompaniesAsync(park, token));
        await park.DownAsync();

        foreach (var (key, value) in Operator.Append(new("ASPNETCORE_ENVIRONMENT", "Production")))
        {
            park.Settings[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        await park.UpAsync();
        Assert.Null(park.State.DevelopmentSecret);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => park.TokenAsync("manager"));
        Assert.Contains("not in development", refused.Message, StringComparison.Ordinal);
        Assert.Equal("unsupported_grant_type", await GrantAsync(park, "development", secret));
        Assert.Equal(HttpStatusCode.Unauthorized, await CompaniesAsync(park, token));
        Assert.Equal(HttpStatusCode.Unauthorized, await CompaniesAsync(park, ""));
    }

    private static Dictionary<string, string> Service(string name) => new()
    {
        ["SignIn:Issuer"] = Issuer,
        [$"ConnectionStrings:{name}"] = $"Host=127.0.0.1;Username={name};Password={Secret}",
        ["ConnectionStrings:rabbitmq"] = $"amqp://{name}:{Secret}@127.0.0.1:1",
        ["SignIn:ClientSecret"] = Secret,
        ["Operations:Key"] = Secret,
    };

    private static string[] Named(string errors) => [.. errors.Split('\n')
        .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
        .Select(line => line.Trim().Split(": ")[0])];

    private static async Task<(int ExitCode, string Errors)> RunAsync(
        string program, string stage, Dictionary<string, string> settings)
    {
        var built = Path.Combine(Repository.Root, Programs[program].Folder, Path.GetRelativePath(
            Path.Combine(Repository.Root, "tests/System.Tests"), AppContext.BaseDirectory),
                $"Technopark.{program}.dll");
        var start =
            new ProcessStartInfo("dotnet", [built]) { RedirectStandardError = true, RedirectStandardOutput = true };
        (start.Environment["ConnectionStrings__postgres"], start.Environment["ConnectionStrings__rabbitmq"]) = (
            null, null);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = stage;
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, errors);
        }
        finally
        {
            // It started, which it should not have.
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<HttpStatusCode> CompaniesAsync(ParkProcess park, string token)
    {
        using var http = new HttpClient { BaseAddress = park.State.Gateway };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/registry/v1/companies");
        request.Headers.Authorization = token.Length > 0 ? new("Bearer", token) : null;
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<string?> GrantAsync(ParkProcess park, string client, string secret)
    {
        using var http = new HttpClient { BaseAddress = park.Named("identity").First().Endpoints["http"] };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:technopark:grant:development",
            ["client_id"] = client,
            ["client_secret"] = secret,
            ["role"] = "manager",
        });
        using var answer = await http.PostAsync(new Uri("/identity/connect/token", UriKind.Relative), form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString();
    }
}
