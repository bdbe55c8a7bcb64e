namespace Technopark.Registry.Domain;

/// <summary>Where a company stands in the registry.</summary>
internal enum CompanyStatus
{
    Registered,
    Verified,
    Rejected,
    Liquidated,
}
