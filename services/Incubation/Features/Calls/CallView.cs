namespace Technopark.Incubation.Features.Calls;

/// <summary>A call as the API shows it; it takes applications from its first to its last day, both included.</summary>
/// <param name="IsOpen">It takes applications today, UTC.</param>
internal sealed record CallView(
    Guid Id, Guid ProgrammeId, string? ProgrammeName, string Name, DateOnly OpensOn, DateOnly ClosesOn, bool IsOpen,
    int Quorum, DateTimeOffset CreatedAt)
{
    public static CallView Of(Call call, DateOnly today) => new(
        call.Id, call.ProgrammeId, call.NameOf(call.ProgrammeId), call.Name, call.OpensOn, call.ClosesOn,
        call.IsOpenOn(today), call.Quorum, call.CreatedAt);
}
