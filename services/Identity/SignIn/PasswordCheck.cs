using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.SignIn;

/// <summary>What came of an attempt to sign in.</summary>
internal enum SignInOutcome
{
    Succeeded,
    Failed,

    /// <summary>Too many wrong attempts: not now.</summary>
    LockedOut,
    NeedsCode,

    /// <summary>The password is right, the mail has not been confirmed.</summary>
    Unconfirmed,
}

/// <summary>
/// Checks mail and password. Of an address that nobody has it says, and takes as long to say, what it says of any
/// other.
/// </summary>
internal sealed class PasswordCheck(
    SignInManager<Account> signIn, UserManager<Account> users, IdentityDb db, AuditLog audit)
{
    private static readonly Account Nobody = new();
    private static string? nobodysHash;

    /// <summary>Signs in where it can.</summary>
    public async Task<SignInOutcome> EnterAsync(string mail, string password, CancellationToken ct)
    {
        var (outcome, account) = await TryAsync(mail, password, ct);
        return Tell(outcome, account, AuditEventTypes.WrongPassword);
    }

    /// <summary>Writes a failed attempt to the audit: the account, never an address that nobody has.</summary>
    public SignInOutcome Tell(SignInOutcome outcome, Guid? account, string wrong)
    {
        var eventType = outcome switch
        {
            SignInOutcome.Failed => wrong,
            SignInOutcome.LockedOut => AuditEventTypes.Locked,
            SignInOutcome.Unconfirmed => AuditEventTypes.Unconfirmed,
            _ => null,
        };
        if (eventType is not null)
        {
            audit.Post(new AuditEvent(eventType, TargetTypes.Account, account));
        }

        return outcome;
    }

    /// <summary>Attempts at one address wait for each other also where nobody has it: timing must not tell.</summary>
    private Task<(SignInOutcome Outcome, Guid? Account)> TryAsync(string mail, string password, CancellationToken ct) =>
        db.TransactAsync<(SignInOutcome, Guid?)>(
        async () =>
        {
            await db.Database.ExecuteSqlAsync(
                $"select pg_advisory_xact_lock(hashtextextended({users.NormalizeEmail(mail)}, 0))", ct);
            if (await users.FindByEmailAsync(mail) is not { } account)
            {
                VerifyDummyPassword(password);
                return (SignInOutcome.Failed, null);
            }

            await LockAsync(account, ct);
            if (account.EmailConfirmed)
            {
                return (await SignInAsync(account, password), account.Id);
            }

            var found = await CountAsync(account, password);
            return (found == SignInOutcome.Succeeded ? SignInOutcome.Unconfirmed : found, account.Id);
        },
        ct);

    /// <summary>Only checks, and counts what is wrong.</summary>
    public Task<SignInOutcome> CheckAsync(Account account, string password, CancellationToken ct) =>
        ChangeAsync(account, password, () => Task.CompletedTask, ct);

    /// <summary>Changes the account where the password is right, before another attempt at it may begin.</summary>
    public async Task<SignInOutcome> ChangeAsync(
        Account account, string password, Func<Task> change, CancellationToken ct)
    {
        var outcome = await OneByOneAsync(account, TryAsync, ct);
        return Tell(outcome, account.Id, AuditEventTypes.WrongPassword);

        async Task<SignInOutcome> TryAsync()
        {
            var found = await CountAsync(account, password);
            if (found == SignInOutcome.Succeeded)
            {
                await change();
            }

            return found;
        }
    }

    /// <summary>
    /// Lets attempts at one account in one after another: many at once would all be checked before the first of them is
    /// counted.
    /// </summary>
    public Task<TResult> OneByOneAsync<TResult>(Account account, Func<Task<TResult>> attempt, CancellationToken ct) =>
        db.TransactAsync(
        async () =>
        {
            await LockAsync(account, ct);
            return await attempt();
        },
        ct);

    private async Task LockAsync(Account account, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from accounts where id = {account.Id} for update", ct);
        await db.Entry(account).ReloadAsync(ct);
    }

    private async Task<SignInOutcome> SignInAsync(Account account, string password)
    {
        if (await IsClosedAsync(account, password))
        {
            return SignInOutcome.LockedOut;
        }

        return Of(await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true));
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

    private async Task<SignInOutcome> CountAsync(Account account, string password)
    {
        if (await IsClosedAsync(account, password))
        {
            return SignInOutcome.LockedOut;
        }

        if (await users.CheckPasswordAsync(account, password))
        {
            await users.ResetAccessFailedCountAsync(account);
            return SignInOutcome.Succeeded;
        }

        return await CountWrongAsync(account);
    }

    /// <summary>Counts an attempt that failed; the one that was too many closes the account.</summary>
    public async Task<SignInOutcome> CountWrongAsync(Account account)
    {
        await users.AccessFailedAsync(account);
        return await users.IsLockedOutAsync(account) ? SignInOutcome.LockedOut : SignInOutcome.Failed;
    }

    public static SignInOutcome Of(Microsoft.AspNetCore.Identity.SignInResult result) => result switch
    {
        { Succeeded: true } => SignInOutcome.Succeeded,
        { RequiresTwoFactor: true } => SignInOutcome.NeedsCode,
        { IsLockedOut: true } => SignInOutcome.LockedOut,
        _ => SignInOutcome.Failed,
    };

    /// <summary>As much as checking a password of somebody takes.</summary>
    public void VerifyDummyPassword(string password)
    {
        nobodysHash ??= users.PasswordHasher.HashPassword(Nobody, "nobody has this password");
        users.PasswordHasher.VerifyHashedPassword(Nobody, nobodysHash, password);
    }
}
