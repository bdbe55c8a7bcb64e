using Technopark.ServiceDefaults;

namespace Technopark.Incubation.Domain;

/// <summary>What the registry has said of a company, as far as it matters here.</summary>
internal enum KnownCompanyStatus
{
    Registered,
    Verified,
    Rejected,
    Liquidated,
}

/// <summary>A company as incubation knows it from the registry's events, which may come in any order.</summary>
internal sealed class KnownCompany
{
    public required Guid Id { get; init; }

    /// <summary>Null until an event that names the company has come.</summary>
    public string? Name { get; private set; }

    public KnownCompanyStatus Status { get; private set; }

    /// <summary>Version of the registry's company after the newest event seen; 0 before the first.</summary>
    public long Version { get; private set; }

    public bool IsGone => Status is KnownCompanyStatus.Rejected or KnownCompanyStatus.Liquidated;

    /// <summary>Takes over what an event says. An event older than the newest one seen adds at most the name.</summary>
    public void Hear(KnownCompanyStatus status, string? name, long version)
    {
        Name ??= name;
        if (version > Version)
        {
            (Status, Name, Version) = (status, name ?? Name, version);
        }
    }

    public void RequireAdmissible()
    {
        if (IsGone)
        {
            throw About("companyNotAdmissible", "The registry has rejected the company, or it is liquidated.");
        }
    }

    public void RequireVerified()
    {
        if (Status != KnownCompanyStatus.Verified)
        {
            throw About("companyNotVerified", "A residency is signed with a company that the registry has verified.");
        }
    }

    public static ServiceException Unknown(Guid id) =>
        About("companyUnknown", $"Incubation knows no company {id}. Register it first; news of it takes a moment.");

    private static ServiceException About(string code, string rule) =>
        new(ProblemKind.Conflict, code, rule, new Dictionary<string, string[]> { ["companyId"] = [rule] });
}
