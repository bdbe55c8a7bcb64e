namespace Technopark.Identity.Data;

/// <summary>Removes people who never confirmed their mail: nobody can have come in as one of them.</summary>
internal static class UnconfirmedAccountCleanup
{
    /// <inheritdoc cref="ForgetUnconfirmedAsync(IdentityDb, IReadOnlyCollection{Guid}, CancellationToken)"/>
    public static Task ForgetUnconfirmedAsync(this IdentityDb db, Account account, CancellationToken ct)
    {
        db.Entry(account).State = EntityState.Detached;
        return db.ForgetUnconfirmedAsync([account.Id], ct);
    }

    /// <summary>To be called in a transaction; whoever has confirmed meanwhile stays.</summary>
    public static async Task ForgetUnconfirmedAsync(
        this IdentityDb db, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        await db.Accounts.Where(account => people.Contains(account.Id) && !account.EmailConfirmed)
            .ExecuteDeleteAsync(ct);
        var gone = db.People.Where(
            person => people.Contains(person.Id) && !db.Accounts.Any(account => account.Id == person.Id));
        await db.Consents.Where(consent => gone.Any(person => person.Id == consent.PersonId)).ExecuteDeleteAsync(ct);
        await gone.ExecuteDeleteAsync(ct);
    }
}
