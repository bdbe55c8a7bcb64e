using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.SignIn;

/// <summary>Checks mail and password. What it says, and how soon, does not tell whether an address is known.</summary>
internal sealed class PasswordCheck(
    SignInManager<Account> signIn, UserManager<Account> users, Sessions sessions, IdentityDb db, AuditLog audit)
{
    private static readonly Account Nobody = new();
    private static string? nobodysHash;

    /// <summary>Signs in where it can. Attempts at one address wait for each other also where nobody has it.</summary>
    public async Task<SignInResult> EnterAsync(string mail, string password, CancellationToken ct)
    {
        Guid? known = null;
        var result = await db.TransactAsync(
            async () =>
            {
                await db.Database.ExecuteSqlAsync(
                    $"select pg_advisory_xact_lock(hashtextextended({users.NormalizeEmail(mail)}, 0))", ct);
                if (await users.FindByEmailAsync(mail) is not { } account)
                {
                    VerifyDummyPassword(password);
                    return SignInResult.Failed;
                }

                known = account.Id;
                await LockAsync(account, ct);
                var isBlocked = await sessions.IsBlockedAsync(account.Id, ct);
                if (isBlocked || !account.EmailConfirmed)
                {
                    // Only who knows the password learns of it.
                    var found = await CountAsync(account, password);
                    return !found.Succeeded ? found : isBlocked ? BlockedSignIn.Result : SignInResult.NotAllowed;
                }

                return await IsClosedAsync(account, password)
                    ? SignInResult.LockedOut
                    : await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
            },
            ct);
        return Tell(result, known, AuditEventTypes.WrongPassword);
    }

    /// <summary>Writes a failed attempt to the audit: the account, never an address that nobody has.</summary>
    public SignInResult Tell(SignInResult result, Guid? account, string wrong)
    {
        var eventType = result switch
        {
            { Succeeded: true } or { RequiresTwoFactor: true } => null,
            BlockedSignIn => AuditEventTypes.Blocked,
            { IsLockedOut: true } => AuditEventTypes.Locked,
            { IsNotAllowed: true } => AuditEventTypes.Unconfirmed,
            _ => wrong,
        };
        if (eventType is not null)
        {
            audit.Post(new AuditEvent(eventType, TargetTypes.Account, account));
        }

        return result;
    }

    /// <summary>Only checks, and counts what is wrong.</summary>
    public Task<SignInResult> CheckAsync(Account account, string password, CancellationToken ct) =>
        ChangeAsync(account, password, () => Task.CompletedTask, ct);

    /// <summary>Changes the account where the password is right, before another attempt at it may begin.</summary>
    public Task<SignInResult> ChangeAsync(
        Account account, string password, Func<Task> change, CancellationToken ct) =>
        OneByOneAsync(
            account, AuditEventTypes.WrongPassword,
            async () =>
            {
                var found = await CountAsync(account, password);
                await (found.Succeeded ? change() : Task.CompletedTask);
                return found;
            },
            ct);

    /// <summary>Lets attempts at one account in one after another, so that each is counted before the next.</summary>
    /// <param name="wrong">What the audit calls one that failed.</param>
    public async Task<SignInResult> OneByOneAsync(
        Account account, string wrong, Func<Task<SignInResult>> attempt, CancellationToken ct)
    {
        var result = await db.TransactAsync(
            async () =>
            {
                await LockAsync(account, ct);
                return await attempt();
            },
            ct);
        return Tell(result, account.Id, wrong);
    }

    private async Task LockAsync(Account account, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from accounts where id = {account.Id} for update", ct);
        await db.Entry(account).ReloadAsync(ct);
    }

    /// <summary>Takes as long where it is as checking the password does.</summary>
    private async Task<bool> IsClosedAsync(Account account, string password)
    {
        var isClosed = await users.IsLockedOutAsync(account);
        if (isClosed)
        {
            VerifyDummyPassword(password);
        }

        return isClosed;
    }

    private async Task<SignInResult> CountAsync(Account account, string password)
    {
        if (await IsClosedAsync(account, password))
        {
            return SignInResult.LockedOut;
        }

        if (await users.CheckPasswordAsync(account, password))
        {
            await users.ResetAccessFailedCountAsync(account);
            return SignInResult.Success;
        }

        return await CountWrongAsync(account);
    }

    /// <summary>Counts an attempt that failed; the one that was too many closes the account.</summary>
    public async Task<SignInResult> CountWrongAsync(Account account)
    {
        await users.AccessFailedAsync(account);
        return await users.IsLockedOutAsync(account) ? SignInResult.LockedOut : SignInResult.Failed;
    }

    /// <summary>As much as checking a password of somebody takes.</summary>
    public void VerifyDummyPassword(string password)
    {
        nobodysHash ??= users.PasswordHasher.HashPassword(Nobody, "nobody has this password");
        users.PasswordHasher.VerifyHashedPassword(Nobody, nobodysHash, password);
    }
}
