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

    /// <summary>The same of the newest event that told the name.</summary>
    public long NameVersion { get; private set; }

    /// <summary>Takes over what an event says: status and name are those of the newest event that told them, in whatever order they come.</summary>
    public void Apply(KnownCompanyStatus status, string? name, long version)
    {
        if (version > Version)
        {
            (Status, Version) = (status, version);
        }

        if (name is not null && version > NameVersion)
        {
            (Name, NameVersion) = (name, version);
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

    public static ProblemException Unknown(Guid id) =>
        About("companyUnknown", $"Incubation knows no company {id}. Register it first; news of it takes a moment.");

    private static ProblemException About(string code, string rule) =>
        new(ProblemKind.Conflict, code, rule, new Dictionary<string, string[]> { ["companyId"] = [rule] });
}
