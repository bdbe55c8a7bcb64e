namespace Technopark.Clusters.Tests;

public sealed class TaskTests(ClustersFixture clusters) : TaskTests<Program>(clusters, Tasks.Table)
{
    protected override IReadOnlyDictionary<string, WaitingCase> Cases => new Dictionary<string, WaitingCase>
    {
        ["assessInitiative"] = new(_ => clusters.ProposeAsync(), Step("assess")),
        ["formInitiative"] = new(
            async _ => await clusters.Api.ActAsync(await clusters.ProposeAsync(), "assess"), Step("form")),
        ["activateInitiative"] = new(
            _ => clusters.FormAsync(), Step("dissolve", new { reason = "участников не нашлось" })),
        ["commitMembership"] = new(of => JoinAsync(of, "invitation"), Step("commit")),
        ["admitMember"] = new(of => JoinAsync(of, "application"), Step("commit")),
    };

    protected override IReadOnlyDictionary<string, string> NotWaiting => new Dictionary<string, string>
    {
        ["initiative.active"] = "An active cluster is described anew and dissolved when somebody wants to.",
        ["membership.committed"] = "A member stays until it leaves.",
    };

    private Func<Thing, Task> Step(string verb, object? body = null) =>
        thing => clusters.Api.ActAsync(thing.Path, verb, body);

    private async Task<Thing> JoinAsync(Guid[] of, string entry) => await clusters.JoinAsync(
        await clusters.FormAsync(), new { companyId = await clusters.CompanyAsync(of), type = "sme", entry });
}
