using Technopark.Registry.Tests;

[assembly: AssemblyFixture(typeof(RegistryFixture))]

namespace Technopark.Registry.Tests;

/// <summary>The registry, and what its clients do with it.</summary>
public sealed class RegistryFixture : CentreFixture<Program>
{
    private readonly NeighbourServer _other, _identity;

    public RegistryFixture() : base("registry")
    {
        _other = NeighbourServer.Start(Name, Depending);
        _identity = NeighbourServer.Start(Name, People, new DependingCentre());
    }

    /// <summary>How people are called, as identity tells.</summary>
    public ToldNames People { get; } = new();

    /// <summary>The one other centre that this registry knows of.</summary>
    public DependingCentre Depending { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("services:incubation:grpc:0", _other.Grpc), new("services:identity:http:0", _other.Tokens),
        new("services:identity:grpc:0", _identity.Grpc),
    ];

    public string Companies => $"{Root}/companies";

    public static object Company(
        string? inn = null, string? ogrn = null, string name = "Невская робототехника", string share = "60") => new
        {
            name,
            kind = "ooo",
            inn = inn ?? Numbers.Inn(),
            ogrn = ogrn ?? Numbers.Ogrn(),
            kpp = "780101001",
            okvedMain = "62.01",
            region = "78",
            registeredOn = "2024-05-01",
            founders = new[] { new { name = "Анна Первая", role = "CEO", sharePercent = share } },
        };

    public Task<ParkClient.Thing> RegisterCompanyAsync(object? company = null) =>
        Api.CreateAsync(Companies, company ?? Company());

    public async Task<ParkClient.Thing> VerifyCompanyAsync() =>
        await Api.ActAsync(await RegisterCompanyAsync(), "verify");
}
