using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.ExternalProvider;

/// <summary>How people come in from the provider, in turn: two browsers of one newcomer make one person.</summary>
internal sealed class ExternalSignInService(
    IdentityDb db, IOptions<IdentityOptions> options, AuditLog audit, TimeProvider clock)
{
    /// <summary>Finds who has come before, and gives them the roles that they have now.</summary>
    /// <param name="invitation">Token of an invitation whose link they followed.</param>
    /// <returns>Null for a newcomer.</returns>
    public Task<Account?> RecogniseAsync(ExternalLogin external, string? invitation, CancellationToken ct) =>
        InTurnAsync(
        async () =>
        {
            var account = await FindAsync(external, ct) ?? await LinkAsync(external, ct);
            if (account is not null)
            {
                var person = await db.People.FindOr404Async(account.Id, ct);
                await FurnishAsync(person, account, external, invitation, ct);
            }

            return account;
        },
        ct);

    /// <summary>Makes a person of a newcomer who has agreed to it.</summary>
    public Task<Account> JoinAsync(ExternalLogin external, string name, string? invitation, CancellationToken ct) =>
        InTurnAsync(
        async () =>
        {
            if (await FindAsync(external, ct) is { } already)
            {
                return already;
            }

            var now = clock.GetUtcNow();
            var person = Person.Create(name, Languages.Current, Roles.None, now);
            var id = person.Id.ToString();
            // The provider answers for them: nothing is left to confirm. The address, which may change or be nobody's,
            // is not their name here.
            var account = new Account
            {
                Id = person.Id,
                UserName = id,
                NormalizedUserName = id.ToUpperInvariant(),
                EmailConfirmed = true,
                SecurityStamp = id,
            };
            db.AddRange(person, Consent.ToPersonalData(person.Id, now), account, LoginOf(external, account));
            await FurnishAsync(person, account, external, invitation, ct);
            return account;
        },
        ct);

    private Task<TResult> InTurnAsync<TResult>(Func<Task<TResult>> work, CancellationToken ct) => db.TransactAsync(
        async () =>
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('arrivals'))", ct);
            var result = await work();
            await db.SaveChangesAsync(ct);
            return result;
        },
        ct);

    private Task<Account?> FindAsync(ExternalLogin external, CancellationToken ct) => db.Logins
        .Where(login => login.LoginProvider == external.Issuer && login.ProviderKey == external.Subject)
        .Join(db.Accounts, login => login.UserId, account => account.Id, (_, account) => account)
        .FirstOrDefaultAsync(ct);

    /// <summary>
    /// Whoever had an account here before the park had a provider keeps it, by a mail address that both have confirmed.
    /// An account that came from the provider is nobody else's: there an address may be given to another once its owner
    /// has left.
    /// </summary>
    private async Task<Account?> LinkAsync(ExternalLogin external, CancellationToken ct)
    {
        if (await WithMailAsync(external.Mail, ct) is not { EmailConfirmed: true } account
            || await db.Logins.AnyAsync(
                login => login.UserId == account.Id && login.LoginProvider == external.Issuer, ct))
        {
            return null;
        }

        db.Add(LoginOf(external, account));
        audit.AddOwn(db, AuditEventTypes.LinkedToProvider, account.Id);
        return account;
    }

    private static IdentityUserLogin<Guid> LoginOf(ExternalLogin external, Account account) =>
        new() { LoginProvider = external.Issuer, ProviderKey = external.Subject, UserId = account.Id };

    /// <summary>Mail, invitations and roles, in this order: each builds on the one before.</summary>
    private async Task FurnishAsync(
        Person person, Account account, ExternalLogin external, string? invitation, CancellationToken ct)
    {
        await TakeMailAsync(account, external.Mail, ct);
        await TakeInvitationsAsync(person, external.Mail, invitation, ct);
        var isNothingElse = (external.Roles | person.Roles) == Roles.None;
        person.TakeProvided(isNothingElse ? RoleNames.Find(options.Value.Provider!.DefaultRole) : external.Roles);
    }

    private async Task TakeMailAsync(Account account, string? mail, CancellationToken ct)
    {
        var upper = mail?.ToUpperInvariant();
        if (mail is null || upper == account.NormalizedEmail)
        {
            return;
        }

        if (await WithMailAsync(mail, ct) is { } other)
        {
            if (other.EmailConfirmed)
            {
                return;
            }

            await db.ForgetUnconfirmedAsync(other, ct);
        }

        (account.Email, account.NormalizedEmail) = (mail, upper);
    }

    /// <summary>Those sent to the address, which the provider vouches for, and the one whose link led here.</summary>
    private async Task TakeInvitationsAsync(Person person, string? mail, string? token, CancellationToken ct)
    {
        var (now, hash) = (clock.GetUtcNow(), Invitation.HashOf(token ?? ""));
        var toThem = await db.Invitations.To(mail).Union(db.Invitations.Where(row => row.TokenHash == hash))
            .ToListAsync(ct);
        foreach (var invitation in toThem.Where(one => one.IsOpen(now)))
        {
            invitation.Accept(now);
            person.GrantRoles(invitation.Roles);
            audit.AddInvitationUsed(db, invitation, person.Id);
        }
    }

    private async Task<Account?> WithMailAsync(string? mail, CancellationToken ct)
    {
        var upper = mail?.ToUpperInvariant();
        return upper is null
            ? null
            : await db.Accounts.FirstOrDefaultAsync(account => account.NormalizedEmail == upper, ct);
    }
}
