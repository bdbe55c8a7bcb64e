namespace Technopark.Insights.Domain;

/// <summary>Where a company stands, as far as its events tell.</summary>
internal enum CompanyStatus
{
    Registered,
    Verified,
    Rejected,
    Liquidated,
}
