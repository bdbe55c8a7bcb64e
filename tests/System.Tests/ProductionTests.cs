using System.Diagnostics;

namespace Technopark.SystemTests;

/// <summary>Outside development no program takes a setting of development.</summary>
[Collection(RunningPark.NotIt)]
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

    /// <summary>What a park in production is told.</summary>
    internal static Dictionary<string, string> Operator => new()
    {
        ["Park:PublicUrl"] = "https://park.example",
        ["Identity:Mail:Smtp:Host"] = "127.0.0.1",
        ["Identity:Mail:From"] = "noreply@park.example",
        ["Gateway:TrustedProxies:0"] = "127.0.0.1",
    };

    /// <summary>What each refuses.</summary>
    private static readonly (string Program, string Setting, string Value)[] OfDevelopment =
    [
        ("Registry", "SignIn:Issuer", ""),
        ("Registry", "SignIn:Issuer", "http://127.0.0.1:8080/identity/"),
        ("Registry", "SignIn:ClientSecret", ""),
        ("Registry", "Operations:Key", "operations"),
        ("Registry", "ConnectionStrings:registry", "Host=127.0.0.1;Username=postgres;Password=postgres"),
        ("Registry", "ConnectionStrings:registry", "Host=127.0.0.1;Username=registry"),
        ("Registry", "ConnectionStrings:registry", "Host=db.example;Username=registry;Password=p"),
        ("Registry", "ConnectionStrings:rabbitmq", "amqp://guest:guest@127.0.0.1:5672"),
        ("Registry", "ConnectionStrings:rabbitmq", "amqp://registry:p@mq.example"),
        ("Registry", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://telemetry.example:4317"),
        ("Registry", "DetailedErrors", "true"),
        ("Identity", "DataProtection:Certificate", ""),
        ("Identity", "DataProtection:Certificate", "/nowhere.p12"),
        ("Identity", "DataProtection:Password", ""),
        ("Identity", "DataProtection:Password", "another"),
        ("Identity", "Identity:DevelopmentSecret", Secret),
        ("Identity", "Identity:Mail:Smtp:Host", ""),
        ("Identity", "Identity:Mail:From", "noreply@technopark.invalid"),
        ("Identity", "Identity:Provider:Authority", "http://127.0.0.1:8180/realms/park"),
        ("Identity", "Identity:Clients:gateway:Secret", "gateway"),
        ("Identity", "Identity:Clients:gateway:RedirectUris:0", "http://127.0.0.1:8080/signin/done"),
        ("Identity", "Identity:Clients:gateway:SignedOutUris:0", "http://127.0.0.1:8080/signout/done"),
        ("Gateway", "AllowedHosts", "localhost;127.0.0.1;[::1]"),
        ("Gateway", "AllowedHosts", "*"),
        ("Gateway", "Gateway:TrustedProxies:0", ""),
        ("Gateway", "Park:Centres:0", ""),
        ("Gateway", "SignIn:ClientSecret", ""),
        ("Gateway", "ConnectionStrings:gateway", "Host=127.0.0.1;Username=gateway"),
        ("Gateway", "DataProtection:Certificate", ""),
        ("Portal", "SignIn:Issuer", ""),
        ("AppHost", "Park:PublicUrl", ""),
        ("AppHost", "Park:PublicUrl", "http://park.example"),
        ("AppHost", "Park:Only", "infrastructure"),
        ("AppHost", "Identity:Mail:Smtp:Host", ""),
        ("AppHost", "Identity:Mail:From", ""),
        ("AppHost", "Gateway:TrustedProxies:0", ""),
        ("AppHost", "ConnectionStrings:postgres", "Host=db.example;Username=postgres;Password=p"),
        ("AppHost", "ConnectionStrings:rabbitmq", "amqp://guest:guest@127.0.0.1:5672"),
        ("AppHost", "ConnectionStrings:rabbitmq", "amqp://mq.example"),
        ("AppHost", "ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", "true"),
        ("AppHost", "DOTNET_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", "true"),
        ("AppHost", "Dashboard:Frontend:AuthMode", "Unsecured"),
    ];

    public static TheoryData<string> Names => [.. Programs.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_program_refuses_a_setting_of_development_and_names_it(string program)
    {
        // Each alone, or one of each section at once: a program names all that it refuses.
        var rounds = OfDevelopment.Where(row => row.Program == program)
            .GroupBy(row => row.Setting[..Math.Max(0, row.Setting.LastIndexOf(':'))])
            .SelectMany(section => section.Index())
            .GroupBy(value => RunningPark.IsFull ? value.Item : (object)value.Index, value => value.Item);
        string[] stages = ["Production", "Staging"];
        await Parallel.ForEachAsync(rounds.SelectMany(_ => stages, (round, stage) => (round, stage)), async (one, _) =>
        {
            var settings = new Dictionary<string, string>(Programs[program].Settings);
            foreach (var (_, setting, value) in one.round)
            {
                settings[setting] = value;
            }

            var refusal = await RunAsync(program, one.stage, settings);
            Assert.NotEqual(0, refusal.ExitCode);
            Assert.Equal(one.round.Select(row => row.Setting).Order(), Named(refusal).Order());
        });
    }

    [Theory]
    [InlineData("Registry", 5)]
    [InlineData("Identity", 8)]
    [InlineData("Gateway", 7)]
    [InlineData("Portal", 1)]
    [InlineData("AppHost", 4)]
    public async Task All_that_is_missing_is_said_at_once(string program, int settings)
    {
        var refusal = await RunAsync(program, "Production", []);
        Assert.NotEqual(0, refusal.ExitCode);
        Assert.Equal(settings, Named(refusal).Length);
    }

    private static Dictionary<string, string> Service(string name) => new()
    {
        ["SignIn:Issuer"] = Issuer,
        [$"ConnectionStrings:{name}"] = $"Host=127.0.0.1;Username={name};Password={Secret}",
        ["ConnectionStrings:rabbitmq"] = $"amqp://{name}:{Secret}@127.0.0.1:1",
        ["SignIn:ClientSecret"] = Secret,
        ["Operations:Key"] = Secret,
    };

    private static string[] Named(CompletedProcess refusal) => [.. refusal.Errors.Split('\n')
        .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
        .Select(line => line.Trim().Split(": ")[0])];

    private static async Task<CompletedProcess> RunAsync(
        string program, string stage, Dictionary<string, string> settings)
    {
        var built = Path.Combine(Repository.Root, Programs[program].Folder, Path.GetRelativePath(
            Path.Combine(Repository.Root, "tests/System.Tests"), AppContext.BaseDirectory),
                $"Technopark.{program}.dll");
        var start = new ProcessStartInfo("dotnet", [built]);
        start.Environment["ConnectionStrings__postgres"] = start.Environment["ConnectionStrings__rabbitmq"] = null;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = stage;
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        // One that starts, which it should not, is killed.
        return await CompletedProcess.RunAsync(start, TimeSpan.FromSeconds(60));
    }
}
