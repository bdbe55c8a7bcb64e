namespace Technopark.Incubation.Tests;

public sealed class CompanyDependentsTests(IncubationFixture centre) : CompanyDependentsTests<Program>(centre)
{
    private readonly IncubationFixture _centre = centre;

    protected override string Kind => "residencies";

    protected override Task<Thing> BeginAsync(Guid company) => _centre.OfferedAsync(company: company);

    protected override (Func<Task> Until, Func<Task> After) StepsOf(Thing begun) => (
        () => _centre.Api.ActAsync(begun.Path, "sign"),
        () => _centre.Api.ActAsync(
            begun.Path, "end", new { end = "withdrawn", reason = "ошибка", endedOn = IncubationFixture.Today }));
}
