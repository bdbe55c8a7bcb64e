namespace Technopark.Clusters.Tests;

public sealed class CompanyDependentsTests(ClustersFixture centre) : CompanyDependentsTests<Program>(centre)
{
    private readonly ClustersFixture _centre = centre;
    private Guid _company;
    private Thing? _membership;

    protected override string Kind => "memberships";

    protected override Task<Thing> BeginAsync(Guid company)
    {
        _company = company;
        return _centre.FormAsync();
    }

    protected override (Func<Task> Until, Func<Task> After) StepsOf(Thing begun) => (
        async () => _membership = await _centre.JoinAsync(begun, _company),
        () => _centre.Api.ActAsync(_membership!.Path, "leave", new { reason = "ошибка" }));
}
