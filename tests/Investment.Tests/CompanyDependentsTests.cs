namespace Technopark.Investment.Tests;

public sealed class CompanyDependentsTests(InvestmentFixture centre) : CompanyDependentsTests<Program>(centre)
{
    private readonly InvestmentFixture _centre = centre;
    private Thing? _round;

    protected override string Kind => "rounds";

    protected override Task<Thing> BeginAsync(Guid company) =>
        _centre.Api.GetAsync($"{_centre.Root}/issuers/{company}");

    protected override (Func<Task> Until, Func<Task> After) StepsOf(Thing begun) => (
        async () => _round = await _centre.PlanRoundAsync(Guid.Parse(begun.Text("companyId"))),
        () => _centre.Api.ActAsync(_round!.Path, "cancel", new { reason = "ошибка" }));
}
