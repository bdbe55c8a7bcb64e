using Technopark.ServiceKit.Companies;

namespace Technopark.Clusters.Data;

/// <summary>Memberships that have not ended.</summary>
internal sealed class Dependents(ClustersDb db) : ICompanyDependents
{
    public string Kind => "memberships";

    public Task<bool> AnyAsync(Guid company, CancellationToken ct) => db.Every<Membership>().AnyAsync(
        membership => membership.CompanyId == company && membership.Status != MembershipStatus.Left, ct);
}
