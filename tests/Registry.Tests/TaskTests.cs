namespace Technopark.Registry.Tests;

public sealed class TaskTests(RegistryFixture registry) : TaskTests<Program>(registry, Tasks.Table)
{
    protected override IReadOnlyDictionary<string, WaitingCase> Cases => new Dictionary<string, WaitingCase>
    {
        ["correctCompany"] = new(
            of => RegisterAsync(of, new { name = "Невская", kind = "ooo", founders = Array.Empty<int>() }),
            company => registry.Api.ActAsync(
                company.Path, "correct", new { inn = Numbers.Inn(), ogrn = Numbers.Ogrn(), okvedMain = "62.01" })),
        ["verifyCompany"] = new(
            of => RegisterAsync(of, RegistryFixture.Company()),
            company => registry.Api.ActAsync(company.Path, "verify")),
    };

    protected override IReadOnlyDictionary<string, string> NotWaiting => new Dictionary<string, string>
    {
        ["company.verified"] = "It is as it should be; it is corrected, revoked or liquidated when something happens.",
    };

    private async Task<Thing> RegisterAsync(Guid[] owners, object company)
    {
        using var http = owners is [var owner] ? registry.As(Roles.Founder, owner) : registry.As(Roles.Manager);
        return await new ParkClient.ParkClient(http).CreateAsync(registry.Companies, company);
    }
}
