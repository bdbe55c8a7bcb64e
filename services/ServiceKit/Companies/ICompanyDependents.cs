namespace Technopark.ServiceKit.Companies;

/// <summary>
/// Things of one kind that stand only on a verified company. A centre registers one for each kind: while there is one,
/// the verification is not revoked.
/// </summary>
public interface ICompanyDependents
{
    /// <summary>What they are, in the plural: <c>residencies</c>.</summary>
    string Kind { get; }

    /// <summary>True where the company has such a thing.</summary>
    Task<bool> AnyAsync(Guid company, CancellationToken ct);
}
