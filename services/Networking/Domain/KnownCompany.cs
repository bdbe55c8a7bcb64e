using Technopark.ServiceDefaults;

namespace Technopark.Networking.Domain;

/// <summary>What the registry has said of a company, as far as it matters here.</summary>
internal enum KnownCompanyStatus
{
    /// <summary>Not verified yet.</summary>
    Registered,

    /// <summary>In the directory.</summary>
    Verified,
    Liquidated,
}

/// <summary>What an event of the registry tells of a company.</summary>
internal sealed record CompanyFacts(string Name, string? OkvedMain, string? Region);

/// <summary>A company as networking knows it from events, which may come in any order.</summary>
internal sealed class KnownCompany
{
    public required Guid Id { get; init; }

    /// <summary>Null until an event that names the company has come.</summary>
    public string? Name { get; private set; }

    public string? OkvedMain { get; private set; }

    public string? Region { get; private set; }

    public KnownCompanyStatus Status { get; private set; }

    /// <summary>Version of the registry's company after the newest event seen; 0 before the first.</summary>
    public long Version { get; private set; }

    /// <summary>The same of the newest event that told name, activity and region.</summary>
    public long FactsVersion { get; private set; }

    /// <summary>
    /// Takes over what an event says: status and facts each are those of the newest event that told them, in whatever order they come.
    /// </summary>
    public void Apply(KnownCompanyStatus status, CompanyFacts? facts, long version)
    {
        if (version > Version)
        {
            (Status, Version) = (status, version);
        }

        if (facts is not null && version > FactsVersion)
        {
            (Name, OkvedMain, Region) = facts;
            FactsVersion = version;
        }
    }

    public void RequireVerified()
    {
        if (Status != KnownCompanyStatus.Verified)
        {
            throw About("companyNotVerified", "Offers and interests are those of companies that are verified and not liquidated.");
        }
    }

    public static ProblemException Unknown(Guid id) =>
        About("companyUnknown", $"Networking knows no company {id}. Register it first; news of it takes a moment.");

    private static ProblemException About(string code, string rule) =>
        new(ProblemKind.Conflict, code, rule, new Dictionary<string, string[]> { ["companyId"] = [rule] });
}
