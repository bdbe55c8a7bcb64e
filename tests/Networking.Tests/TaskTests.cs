namespace Technopark.Networking.Tests;

public sealed class TaskTests(NetworkingFixture networking) : TaskTests<Program>(networking, Tasks.Table)
{
    private static readonly DateTimeOffset Past = new(2020, 5, 14, 7, 0, 0, TimeSpan.Zero);

    protected override IReadOnlyDictionary<string, WaitingCase> Cases => new Dictionary<string, WaitingCase>
    {
        ["submitOffer"] = new(
            async of => await networking.DraftAsync(await networking.CompanyAsync(of)), Step("submitForReview")),
        ["publishOffer"] = new(
            async of => await networking.Api.ActAsync(
                await networking.DraftAsync(await networking.CompanyAsync(of)), "submitForReview"),
            Step("publish")),
        ["forwardInterest"] = new(ShowInterestAsync, Step("forward")),
        ["acceptInterest"] = new(
            async of => await networking.Api.ActAsync(await ShowInterestAsync(of), "forward"), Step("accept")),
        ["scheduleMeeting"] = new(TalkAsync, interest => networking.MeetAsync(interest)),
        ["holdMeeting"] = new(async of => await networking.MeetAsync(await TalkAsync(of), Past), Step("hold")),
    };

    protected override IReadOnlyDictionary<string, string> NotWaiting => new Dictionary<string, string>
    {
        ["offer.published"] = "It is there to be seen until its company archives it.",
    };

    private Func<Thing, Task> Step(string verb) => thing => networking.Api.ActAsync(thing.Path, verb);

    private async Task<Thing> ShowInterestAsync(Guid[] host) => await networking.ShowInterestAsync(
        await networking.PublishAsync(await networking.CompanyAsync(host)), await networking.CompanyAsync());

    private async Task<Thing> TalkAsync(Guid[] host) =>
        await networking.TalkAsync(await networking.CompanyAsync(host), await networking.CompanyAsync());
}
