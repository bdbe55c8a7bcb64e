using Technopark.Clusters.Tests;
using Technopark.Contracts.Registry;

[assembly: AssemblyFixture(typeof(ClustersFixture))]

namespace Technopark.Clusters.Tests;

/// <summary>Clusters, and what coordinators and members do with them.</summary>
public sealed class ClustersFixture() : CentreFixture<Program>("clusters")
{
    public string Initiatives => $"{Root}/initiatives";

    public static object Initiative(
        string okved = "62", string region = "78", decimal fte = 1.5m,
        string? website = "https://robotics.example") => new
        {
            name = "Кластер робототехники / Robotics cluster",
            anchorOkved = new[] { okved, "28" },
            region,
            coordinator = "Центр кластерного развития",
            fte,
            website,
        };

    public static CompanyVerified Verified(
        Guid company, long version = 2, string okved = "62.01", string region = "78", string name = "ООО Луч") =>
        new(company, name, CompanyKind.Ooo, Numbers.Inn(), Numbers.Ogrn(), okved, region) { Version = version };

    public static CompanyLiquidated Liquidated(Guid company, long version = 3) =>
        new(company, "решение участников", new DateOnly(2026, 1, 31)) { Version = version };

    public static CompanyRegistered Registered(Guid company, string name = "ООО Луч") =>
        new(company, name, CompanyKind.Ooo, "62.01", "78", null) { Version = 1 };

    /// <summary>A company that the registry has verified.</summary>
    public async Task<Guid> CompanyAsync()
    {
        var company = Guid.CreateVersion7();
        await HearAsync(Verified(company));
        return company;
    }

    public Task<Thing> ProposeAsync(object? initiative = null) =>
        Api.CreateAsync(Initiatives, initiative ?? Initiative());

    /// <summary>An initiative that is forming.</summary>
    public async Task<Thing> FormAsync(object? initiative = null)
    {
        var assessed = await Api.ActAsync(await ProposeAsync(initiative), "assess");
        return await Api.ActAsync(assessed, "form");
    }

    public Task<Thing> JoinAsync(Thing initiative, object member) =>
        Api.CreateAsync($"{initiative.Path}/memberships", member);

    public Task<Thing> JoinAsync(Thing initiative, Guid company) =>
        JoinAsync(initiative, new { companyId = company, type = "sme" });

    public async Task<Thing> CommitAsync(Thing initiative, string type, string? name = null) =>
        await Api.ActAsync(
            await JoinAsync(initiative, new { memberName = name ?? $"Участник {Guid.CreateVersion7()}", type }),
            "commit");

    public async Task CommitManyAsync(Thing initiative, string type, int count)
    {
        for (var member = 0; member < count; member++)
        {
            await CommitAsync(initiative, type);
        }
    }
}
