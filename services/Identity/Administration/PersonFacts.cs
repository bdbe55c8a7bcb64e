namespace Technopark.Identity.Administration;

/// <summary>How a person signs in, for operators to see.</summary>
/// <param name="Mail">Null where the provider names none.</param>
/// <param name="LastSignInAt">Null where none is remembered.</param>
/// <param name="Sessions">Those that have not ended.</param>
internal sealed record SignInFacts(
    string? Mail, DateTimeOffset? LastSignInAt, bool HasSecondFactor, int Passkeys, int Sessions);

/// <summary>Reads how people sign in: it stands in other tables than they do.</summary>
internal sealed class PersonFacts(IdentityDb db)
{
    public async Task<SignInFacts> ReadAsync(Guid person, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == person, ct);
        var sessions = db.Sessions.Where(session => session.PersonId == person);
        return new SignInFacts(
            account?.Email, await sessions.MaxAsync(session => (DateTimeOffset?)session.StartedAt, ct),
            account?.TwoFactorEnabled == true, await db.Passkeys.CountAsync(passkey => passkey.UserId == person, ct),
            await sessions.CountAsync(session => session.EndedAt == null, ct));
    }

    /// <summary>Of many at once: the address, and when they last came in.</summary>
    public async Task<ILookup<Guid, (string? Mail, DateTimeOffset? LastSignInAt)>> ReadAsync(
        IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var rows = await db.Accounts.Where(account => people.Contains(account.Id))
            .Select(account => new
            {
                account.Id,
                account.Email,
                At = db.Sessions.Where(session => session.PersonId == account.Id)
                    .Max(session => (DateTimeOffset?)session.StartedAt),
            })
            .ToListAsync(ct);
        return rows.ToLookup(row => row.Id, row => (row.Email, row.At));
    }
}
