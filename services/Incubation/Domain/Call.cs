namespace Technopark.Incubation.Domain;

/// <summary>A window in which a programme takes applications, under the rules it had when the call was made.</summary>
internal sealed class Call : AggregateRoot
{
    private Call()
    {
    }

    public Guid ProgrammeId { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>First day for applications.</summary>
    public DateOnly OpensOn { get; private init; }

    /// <summary>Last day for applications.</summary>
    public DateOnly ClosesOn { get; private init; }

    /// <summary>The programme's quorum when the call was opened.</summary>
    public int Quorum { get; private init; }

    public static Call Open(Programme programme, string name, DateOnly opensOn, DateOnly closesOn, DateTimeOffset now)
    {
        var call = new Call
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            ProgrammeId = programme.Id,
            Name = name,
            OpensOn = opensOn,
            ClosesOn = closesOn,
            Quorum = programme.Quorum,
        };
        call.Raise(new CallOpened(call.Id, call.ProgrammeId, name, opensOn, closesOn));
        return call;
    }

    public bool IsOpenOn(DateOnly day) => day >= OpensOn && day <= ClosesOn;

    /// <summary>Refuses what is dated outside the window.</summary>
    public void RequireOpenOn(DateOnly day)
    {
        if (!IsOpenOn(day))
        {
            throw new DomainException(
                Refusal.Conflict, "callNotOpen",
                $"The call takes applications from {OpensOn:yyyy-MM-dd} to {ClosesOn:yyyy-MM-dd}, "
                + $"not on {day:yyyy-MM-dd}.");
        }
    }
}
