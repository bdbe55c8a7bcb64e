namespace Technopark.Insights.Domain;

/// <summary>
/// A company, from its events. Each part keeps the version of the event it is from, so that older ones change
/// nothing.
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
