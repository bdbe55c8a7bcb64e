namespace Technopark.ServiceKit.Domain;

/// <summary>Where a company stands in the registry.</summary>
public enum CompanyReplicaStatus
{
    /// <summary>Not verified yet, or no event has told its status so far.</summary>
    Registered,
    Verified,
    Rejected,
    Liquidated,
}

/// <summary>A company as a centre knows it from events in any order: each part is that of the newest.</summary>
public sealed class CompanyReplica
{
    public Guid Id { get; init; }

    public CompanyReplicaStatus Status { get; init; }

    /// <summary>Version of the company after the newest event that told the status; 0 before the first.</summary>
    public long StatusVersion { get; init; }

    /// <summary>Null until an event that names the company has come.</summary>
    public string? Name { get; init; }

    public string? OkvedMain { get; init; }

    public string? Region { get; init; }

    /// <summary>Version after the newest event that told name, activity and region; 0 before the first.</summary>
    public long FactsVersion { get; init; }

    /// <summary>Date of its state registration; null where it is not known.</summary>
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>Version after the newest event that told that date; 0 before the first.</summary>
    public long RegisteredOnVersion { get; init; }

    /// <summary>People who may act for the company, by the id in their tokens.</summary>
    public Guid[] OwnerIds { get; init; } = [];

    /// <summary>Version after the newest event that told the owners; 0 before the first.</summary>
    public long OwnersVersion { get; init; }

    /// <exception cref="DomainException">Conflict companyNotVerified.</exception>
    public void RequireVerified(ProblemText rule)
    {
        if (Status != CompanyReplicaStatus.Verified)
        {
            throw Refuse("companyNotVerified", rule);
        }
    }

    /// <summary>Refuses a fact about the company dated before it began to exist.</summary>
    /// <param name="field">Name of the request's field, in camelCase.</param>
    /// <exception cref="DomainException">400 that names the field.</exception>
    public void RequireBegunBy(DateOnly on, string field)
    {
        if (on < RegisteredOn)
        {
            throw DomainException.Field(field, $"The company was registered on {RegisteredOn:yyyy-MM-dd}.");
        }
    }

    /// <summary>No event has told of the company yet, or it is not the caller's to know: a 400.</summary>
    /// <param name="who">The centre with its verb: <c>Clusters know</c>.</param>
    public static DomainException Unknown(ProblemText who, Guid id) => DomainException.Field(
        Refusal.Invalid, "companyUnknown", "companyId",
        $"{who} no company {id}. Register it first; news of it takes a moment.");

    /// <summary>A conflict that names the field in which a request gives the company.</summary>
    public static DomainException Refuse(string code, ProblemText rule) =>
        DomainException.Field(Refusal.Conflict, code, "companyId", rule);
}
