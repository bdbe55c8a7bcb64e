namespace Technopark.Investment.Tests;

public sealed class TaskTests(InvestmentFixture investment) : TaskTests<Program>(investment, Tasks.Table)
{
    protected override IReadOnlyDictionary<string, WaitingCase> Cases => new Dictionary<string, WaitingCase>
    {
        ["openRound"] = new(
            async of => await investment.PlanRoundAsync(await investment.CompanyAsync(of)), Step("open")),
        ["closeRound"] = new(OpenRoundAsync, Step("close")),
        ["callCommitment"] = new(CommitAsync, Step("call")),
        ["payTranche"] = new(
            async of => await investment.Api.ActAsync(await CommitAsync(of), "call"),
            commitment => investment.PayAsync(commitment, "1000")),
    };

    protected override IReadOnlyDictionary<string, string> NotWaiting => new Dictionary<string, string>
    {
        ["tranche.paid"] = "Paid is paid; it is reversed where it was recorded in error.",
    };

    private Func<Thing, Task> Step(string verb) => thing => investment.Api.ActAsync(thing.Path, verb);

    private async Task<Thing> OpenRoundAsync(Guid[] of) =>
        await investment.OpenRoundAsync(await investment.CompanyAsync(of));

    private async Task<Thing> CommitAsync(Guid[] of) => await investment.CommitAsync(await OpenRoundAsync(of), "1000");
}
