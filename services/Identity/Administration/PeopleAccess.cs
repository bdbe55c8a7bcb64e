namespace Technopark.Identity.Administration;

/// <summary>
/// What operators change of other people's access: one change at a time, so that of two operators who take each other's
/// role at once one stays.
/// </summary>
internal sealed class PeopleAccess(IdentityDb db, Caller caller, PersonFacts facts)
{
    /// <param name="id">The person, whoever has not been erased.</param>
    /// <exception cref="ProblemException">404; 412; 409: it is they who ask, or the last operator.</exception>
    public Task<OkWithETag<PersonView>> ChangeAsync(
        Guid id, IfMatch ifMatch, Func<Person, Task> change, CancellationToken ct) =>
        db.TransactAsync(
            async () =>
            {
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('people access'))", ct);
                var person = await db.People.Known().FindOr404Async(id, ifMatch, ct);
                RequireAnother(person);
                var wasOperator = person.IsActive(Roles.Operator);
                await change(person);
                await db.SaveChangesAsync(ct);
                if (wasOperator && !person.IsActive(Roles.Operator))
                {
                    await RequireOperatorAsync(ct);
                }

                var known = await facts.ReadAsync(person.Id, ct);
                return await db.SaveAsync(person, changed => PersonView.Of(changed, known, caller), ct);
            },
            ct);

    private void RequireAnother(Person person)
    {
        if (person.Id == caller.Id)
        {
            throw new ProblemException(
                ProblemKind.Conflict, "ownAccess", "Nobody changes their own access: another operator does.");
        }
    }

    private async Task RequireOperatorAsync(CancellationToken ct)
    {
        var operators = await db.Database.SqlQuery<bool>(
            $"""
            select true as "Value" from people where erased_at is null and blocked_at is null
                and (roles | provided_roles) & {(int)Roles.Operator} <> 0 limit 1
            """)
            .ToListAsync(ct);
        if (operators is [])
        {
            throw new ProblemException(
                ProblemKind.Conflict, "lastOperator", "The last operator of the park stays: make another one first.");
        }
    }
}
