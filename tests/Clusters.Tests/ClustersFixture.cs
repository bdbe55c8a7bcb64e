using Technopark.Clusters.Tests;

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

    /// <summary>How somebody is refused who is to be a member.</summary>
    public Task<string> JoinRefusedAsync(Thing initiative, object member) =>
        CreateRefusedAsync($"{initiative.Path}/memberships", member);

    public async Task CommitManyAsync(Thing initiative, string type, int count)
    {
        for (var member = 0; member < count; member++)
        {
            await CommitAsync(initiative, type);
        }
    }
}
