using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Technopark.Identity.Data;
using Technopark.Identity.Domain;
using Technopark.ServiceKit.Audit;
using Technopark.ServiceKit.Http;

namespace Technopark.Identity.Pages;

/// <summary>What came of an attempt to sign in.</summary>
internal enum Entry
{
    Open,
    Wrong,

    /// <summary>Too many wrong attempts: not now.</summary>
    Closed,
    NeedsCode,

    /// <summary>The password is right, the mail has not been confirmed.</summary>
    Unconfirmed,
}

/// <summary>Checks mail and password. Of an address that nobody has it says, and takes as long to say, what it says of any other.</summary>
internal sealed class PasswordCheck(SignInManager<Account> signIn, UserManager<Account> users, IdentityDb db, AuditLog audit)
{
    private static readonly Account Nobody = new();
    private static string? nobodysHash;

    /// <summary>Signs in where it can.</summary>
    public async Task<Entry> EnterAsync(string mail, string password, CancellationToken ct)
    {
        var (entry, account) = await TryAsync(mail, password, ct);
        return Tell(entry, account, Deeds.WrongPassword);
    }

    /// <summary>Tells the audit of an attempt that failed: the account, and nothing of an address that nobody has.</summary>
    public Entry Tell(Entry entry, Guid? account, string wrong)
    {
        var deed = entry switch
        {
            Entry.Wrong => wrong,
            Entry.Closed => Deeds.Locked,
            Entry.Unconfirmed => Deeds.Unconfirmed,
            _ => null,
        };
        if (deed is not null)
        {
            audit.Post(new Deed(deed, Things.Account, account));
        }

        return entry;
    }

    /// <summary>Attempts at one address wait for each other whether somebody has it or not: else many at once would tell.</summary>
    private Task<(Entry Entry, Guid? Account)> TryAsync(string mail, string password, CancellationToken ct) => db.TransactAsync<(Entry, Guid?)>(
        async () =>
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({users.NormalizeEmail(mail)}, 0))", ct);
            if (await users.FindByEmailAsync(mail) is not { } account)
            {
                SpendTime(password);
                return (Entry.Wrong, null);
            }

            await LockAsync(account, ct);
            if (account.EmailConfirmed)
            {
                return (await SignInAsync(account, password), account.Id);
            }

            var found = await CountAsync(account, password);
            return (found == Entry.Open ? Entry.Unconfirmed : found, account.Id);
        },
        ct);

    /// <summary>Only checks, and counts what is wrong.</summary>
    public Task<Entry> CheckAsync(Account account, string password, CancellationToken ct) =>
        ChangeAsync(account, password, () => Task.CompletedTask, ct);

    /// <summary>Changes the account where the password is right, before another attempt at it may begin.</summary>
    public async Task<Entry> ChangeAsync(Account account, string password, Func<Task> change, CancellationToken ct)
    {
        var entry = await OneByOneAsync(account, TryAsync, ct);
        return Tell(entry, account.Id, Deeds.WrongPassword);

        async Task<Entry> TryAsync()
        {
            var found = await CountAsync(account, password);
            if (found == Entry.Open)
            {
                await change();
            }

            return found;
        }
    }

    /// <summary>
    /// Lets attempts at one account in one after another: many at once would all be checked before the first of them is counted.
    /// </summary>
    public Task<TResult> OneByOneAsync<TResult>(Account account, Func<Task<TResult>> attempt, CancellationToken ct) => db.TransactAsync(
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

    private async Task<Entry> SignInAsync(Account account, string password)
    {
        if (await IsClosedAsync(account, password))
        {
            return Entry.Closed;
        }

        return Of(await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true));
    }

    /// <summary>Takes as long where it is as checking the password does.</summary>
    private async Task<bool> IsClosedAsync(Account account, string password)
    {
        var isClosed = await users.IsLockedOutAsync(account);
        if (isClosed)
        {
            SpendTime(password);
        }

        return isClosed;
    }

    private async Task<Entry> CountAsync(Account account, string password)
    {
        if (await IsClosedAsync(account, password))
        {
            return Entry.Closed;
        }

        if (await users.CheckPasswordAsync(account, password))
        {
            await users.ResetAccessFailedCountAsync(account);
            return Entry.Open;
        }

        return await CountWrongAsync(account);
    }

    /// <summary>Counts an attempt that failed; the one that was too many closes the account.</summary>
    public async Task<Entry> CountWrongAsync(Account account)
    {
        await users.AccessFailedAsync(account);
        return await users.IsLockedOutAsync(account) ? Entry.Closed : Entry.Wrong;
    }

    public static Entry Of(SignInResult result) => result switch
    {
        { Succeeded: true } => Entry.Open,
        { RequiresTwoFactor: true } => Entry.NeedsCode,
        { IsLockedOut: true } => Entry.Closed,
        _ => Entry.Wrong,
    };

    /// <summary>As much as checking a password of somebody takes.</summary>
    public void SpendTime(string password)
    {
        nobodysHash ??= users.PasswordHasher.HashPassword(Nobody, "nobody has this password");
        users.PasswordHasher.VerifyHashedPassword(Nobody, nobodysHash, password);
    }
}
