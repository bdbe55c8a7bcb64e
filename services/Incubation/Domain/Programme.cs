namespace Technopark.Incubation.Domain;

/// <summary>What the incubator offers, as data: a new programme needs no code.</summary>
internal sealed class Programme : AggregateRoot
{
    private Programme()
    {
    }

    public string Name { get; private init; } = "";

    /// <summary>Complete reviews that an application needs before it is deliberated; 0: no reviews.</summary>
    public int Quorum { get; private init; }

    /// <summary>Residents at a time.</summary>
    public int Seats { get; private init; }

    /// <summary>Area for its residents, m².</summary>
    public decimal AreaM2 { get; private init; }

    /// <summary>Months a company may spend in it, all its residencies together.</summary>
    public int TermMonths { get; private init; }

    public static Programme Create(
        string name, int quorum, int seats, decimal areaM2, int termMonths, DateTimeOffset now)
    {
        var programme = new Programme
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            Name = name,
            Quorum = quorum,
            Seats = seats,
            AreaM2 = areaM2,
            TermMonths = termMonths,
        };
        programme.Touch();
        return programme;
    }
}
