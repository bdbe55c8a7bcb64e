namespace Technopark.Incubation.Features.Calls;

/// <summary>A call as the API shows it; it takes applications from its first to its last day, both included.</summary>
internal sealed record CallView(
    Guid Id, Guid ProgrammeId, string? ProgrammeName, string Name, DateOnly OpensOn, DateOnly ClosesOn, int Quorum,
    DateTimeOffset CreatedAt)
{
    public static CallView Of(Call call) => new(
        call.Id, call.ProgrammeId, call.NameOf(call.ProgrammeId), call.Name, call.OpensOn, call.ClosesOn, call.Quorum,
        call.CreatedAt);
}
