namespace Technopark.Registry.Domain;

/// <summary>Where a company stands in the registry.</summary>
internal enum CompanyStatus
{
    Draft,
    Registered,
    Verified,
    Rejected,
    Active,
    Dormant,
    Liquidated,
    Acquired,
    Merged,
}
