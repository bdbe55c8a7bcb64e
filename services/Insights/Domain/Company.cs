namespace Technopark.Insights.Domain;

/// <summary>
/// A company as its events tell. Each part carries the version that told it, so that an older event changes nothing.
/// </summary>
internal sealed class Company
{
    public required Guid Id { get; init; }

    /// <summary>Null until an event that names it arrives.</summary>
    public string? Name { get; init; }

    public long NameVersion { get; init; }

    public CompanyStatus Status { get; init; }

    public long StatusVersion { get; init; }
}
