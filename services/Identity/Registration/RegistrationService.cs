using Npgsql;
using Technopark.Identity.Email;
using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.Registration;

/// <summary>How people come into the park: founders by themselves, everybody else by invitation.</summary>
internal sealed class RegistrationService(
    IdentityDb db, UserManager<Account> users, PasswordCheck passwords, EmailComposer emails, MailLimit limit,
    AuditLog audit, IOptions<IdentityOptions> options, TimeProvider clock)
{
    /// <summary>Makes an invitation and the mail with its token; both are saved with whatever else is.</summary>
    public (Invitation Invitation, string Link) Invite(string mail, Roles roles, Guid by)
    {
        var now = clock.GetUtcNow();
        var (invitation, token) = Invitation.Issue(mail.Trim(), roles, by, now + options.Value.Invitation, now);
        var link = emails.Link("register", ("invitation", token));
        emails.Queue(invitation.Mail, null, "Invitation", link, invitation.ExpiresAt);
        return (invitation, link);
    }

    /// <summary>The invitation that this token opens; null where there is none, or not any more.</summary>
    public async Task<Invitation?> FindInvitationAsync(string token, CancellationToken ct)
    {
        var hash = Invitation.HashOf(token);
        var invitation = await db.Invitations.FirstOrDefaultAsync(row => row.TokenHash == hash, ct);
        return invitation?.IsOpen(clock.GetUtcNow()) == true ? invitation : null;
    }

    /// <summary>What is wrong with a password, in words.</summary>
    public async Task<IEnumerable<string>> FindFaultsAsync(string password)
    {
        var faults = new List<IdentityError>();
        foreach (var rule in users.PasswordValidators)
        {
            faults.AddRange((await rule.ValidateAsync(users, new Account(), password)).Errors);
        }

        return faults.Select(fault => fault.Description);
    }

    /// <summary>Signs a founder up, or mails the owner of a known address; both are answered alike.</summary>
    public async Task SignUpAsync(string name, string mail, string password, CancellationToken ct)
    {
        if (!limit.Take(mail))
        {
            passwords.VerifyDummyPassword(password);
            return;
        }

        var known = await users.FindByEmailAsync(mail);
        if (known is { EmailConfirmed: true })
        {
            passwords.VerifyDummyPassword(password);
            await emails.QueueAsync(known, "Known", ct, emails.Link("signin"), emails.Link("forgot"));
            await db.SaveChangesAsync(ct);
            return;
        }

        try
        {
            await db.TransactAsync(
                async () =>
                {
                    var account = await JoinAsync(name, mail, password, Roles.Founder, known, ct);
                    await AskToConfirmAsync(account, ct);
                    await db.SaveChangesAsync(ct);
                    return account;
                },
                ct);
        }
        catch (DbUpdateException e)
            when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same address at the same moment: the other one's mail is on its way.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Makes the account that an invitation is for; knowing the token confirms its address.</summary>
    public Task<Account> AcceptAsync(Invitation invitation, string name, string password, CancellationToken ct) =>
        db.TransactAsync(
        async () =>
        {
            var unconfirmed = await users.FindByEmailAsync(invitation.Mail);
            invitation.Accept(clock.GetUtcNow());
            var account = await JoinAsync(name, invitation.Mail, password, invitation.Roles, unconfirmed, ct);
            account.EmailConfirmed = true;
            audit.AddInvitationUsed(db, invitation, account.Id);
            await db.SaveChangesAsync(ct);
            return account;
        },
        ct);

    /// <summary>Gives somebody who is here already the roles of an invitation.</summary>
    public async Task AcceptAsync(Invitation invitation, Account account, CancellationToken ct)
    {
        var person = await db.People.FindOr404Async(account.Id, ct);
        invitation.Accept(clock.GetUtcNow());
        person.GrantRoles(invitation.Roles);
        audit.AddInvitationUsed(db, invitation, account.Id);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Puts the mail with the confirmation link into the queue.</summary>
    public async Task AskToConfirmAsync(Account account, CancellationToken ct)
    {
        var code = await users.GenerateEmailConfirmationTokenAsync(account);
        var link = emails.Link("confirm", ("person", account.Id.ToString()), ("code", code));
        await emails.QueueAsync(account, "Confirm", ct, link);
    }

    /// <param name="before">An account of the same address that was never confirmed: it gives way.</param>
    private async Task<Account> JoinAsync(
        string name, string mail, string password, Roles roles, Account? before, CancellationToken ct)
    {
        if (before is not null)
        {
            await db.ForgetUnconfirmedAsync(before, ct);
        }

        var now = clock.GetUtcNow();
        var person = Person.Create(name, Languages.Current, roles, now);
        db.Add(person);
        db.Add(Consent.ToPersonalData(person.Id, now));
        var account = new Account { Id = person.Id, UserName = mail, Email = mail };
        var created = await users.CreateAsync(account, password);
        return created.Succeeded
            ? account
            : throw new InvalidOperationException(string.Join(", ", created.Errors.Select(error => error.Code)));
    }
}
