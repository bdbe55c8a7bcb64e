namespace Technopark.ServiceKit.Http;

/// <summary>People whom the body of a request names by their ids.</summary>
public static class PeopleInBodies
{
    /// <summary>The person.</summary>
    /// <param name="field">Name of the field in camelCase.</param>
    /// <exception cref="ProblemException">400: nobody in the park has this id.</exception>
    public static async Task<PersonReplica> ReferredPersonAsync(
        this CentreDb db, Guid id, string field, CancellationToken ct) =>
        await db.Set<PersonReplica>().AsNoTracking()
            .FirstOrDefaultAsync(person => person.Id == id && !person.IsErased, ct)
        ?? throw ProblemException.Field(
            field, $"There is nobody in the park with the id {id}; news of a new account takes a moment: try again.");

    /// <summary>The person, who has the role.</summary>
    /// <exception cref="ProblemException">400: nobody has this id; 409: they have not the role.</exception>
    public static async Task<PersonReplica> ReferredPersonAsync(
        this CentreDb db, Guid id, string field, Roles role, CancellationToken ct)
    {
        var person = await db.ReferredPersonAsync(id, field, ct);
        return person.Roles.Contains(RoleNames.NameOf(role)) ? person : throw ProblemException.Field(
            ProblemKind.Conflict, "roleMissing", field, $"This person is no {RoleNames.NameOf(role)} of the park.");
    }
}
