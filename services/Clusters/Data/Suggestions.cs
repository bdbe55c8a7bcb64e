namespace Technopark.Clusters.Data;

/// <summary>
/// Who may be asked to join. It is computed when it is read: so it is right whichever came first, the company or the
/// initiative, and a company that is liquidated or has joined is gone from it at once.
/// </summary>
internal static class Suggestions
{
    /// <summary>Verified companies of the initiative's activities and region that were never a member of it.</summary>
    public static IQueryable<CompanyReplica> SuggestionsFor(this ClustersDb db, Initiative initiative)
    {
        var takes = InitiativeStates.TakingMembers.Contains(initiative.Status);
        var patterns = Array.ConvertAll(initiative.AnchorOkved, code => code + "%");
        return db.Companies.AsNoTracking()
            .Where(company => takes && company.Status == CompanyReplicaStatus.Verified
                && company.OkvedMain != null && patterns.Any(pattern => EF.Functions.Like(company.OkvedMain, pattern))
                && (initiative.Region == null || company.Region == initiative.Region))
            .Where(company => !db.Memberships.Any(
                membership => membership.InitiativeId == initiative.Id && membership.CompanyId == company.Id));
    }
}
