namespace Technopark.ServiceKit.Data;

/// <summary>When companies began to exist, whoever asks.</summary>
public static class CompanyBeginnings
{
    /// <summary>Refuses a fact dated before its company began to exist, where that is known.</summary>
    /// <param name="field">Name of the request's field, in camelCase.</param>
    /// <exception cref="DomainException">400 that names the field.</exception>
    public static async Task RequireBegunAsync(
        this CentreDb db, Guid companyId, DateOnly on, string field, CancellationToken ct)
    {
        var company = await db.Every<CompanyReplica>().AsNoTracking()
            .FirstOrDefaultAsync(known => known.Id == companyId, ct);
        company?.RequireBegunBy(on, field);
    }
}
