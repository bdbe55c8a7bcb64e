namespace Technopark.Networking.Tests;

public sealed class CompanyDependentsTests(NetworkingFixture centre) : CompanyDependentsTests<Program>(centre)
{
    private readonly NetworkingFixture _centre = centre;

    protected override string Kind => "offers";

    protected override async Task<Thing> BeginAsync(Guid company) =>
        await _centre.Api.ActAsync(await _centre.DraftAsync(company), "submitForReview");

    protected override (Func<Task> Until, Func<Task> After) StepsOf(Thing begun) => (
        () => _centre.Api.ActAsync(begun.Path, "publish"),
        () => _centre.Api.ActAsync(begun.Path, "archive", new { reason = "ошибка" }));
}
