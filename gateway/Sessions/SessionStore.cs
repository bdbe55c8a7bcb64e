using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Technopark.Gateway.Sessions;

/// <summary>Keeps tickets in PostgreSQL: the cookie holds a random key only, and every replica knows it.</summary>
internal sealed class SessionStore(
    IDbContextFactory<GatewayDb> databases, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    /// <summary>Item of a read ticket's properties: the key it was read by.</summary>
    public const string KeyItem = ".session";

    private const int KeyBytes = 32;
    private readonly IDataProtector _seal = protection.CreateProtector("Technopark.Gateway.Sessions");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        await using var db = await databases.CreateDbContextAsync();
        db.Sessions.Add(new BrowserSession
        {
            Key = HashOf(key),
            Ticket = Seal(ticket),
            SignIn = ticket.Principal.FindFirst(ServiceDefaults.JwtAuthentication.Session)?.Value ?? "",
            ExpiresAt = ticket.Properties.ExpiresUtc!.Value,
        });
        await db.SaveChangesAsync();
        return key;
    }

    /// <summary>Never needed: refreshing the tokens lengthens a session, and writes the ticket under a lock.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        await using var db = await databases.CreateDbContextAsync();
        var (hash, now) = (HashOf(key), clock.GetUtcNow());
        var row = await db.Sessions.AsNoTracking()
            .FirstOrDefaultAsync(session => session.Key == hash && session.ExpiresAt > now);
        return row is null ? null : Open(row, key);
    }

    public async Task RemoveAsync(string key)
    {
        await using var db = await databases.CreateDbContextAsync();
        var hash = HashOf(key);
        await db.Sessions.Where(session => session.Key == hash).ExecuteDeleteAsync();
    }

    /// <summary>Changes a ticket while no other replica can; what the change gives null for is removed.</summary>
    /// <returns>The ticket as it is now; null where there is none any more.</returns>
    public async Task<AuthenticationTicket?> ChangeAsync(
        string key, Func<AuthenticationTicket, CancellationToken, Task<AuthenticationTicket?>> change,
        CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var hash = HashOf(key);
        var row = await db.Sessions.FromSql($"select * from browser_sessions where key = {hash} for update")
            .FirstOrDefaultAsync(ct);
        if (row is null || Open(row, key) is not { } before)
        {
            return null;
        }

        var after = await change(before, ct);
        if (after is null)
        {
            db.Remove(row);
        }
        else if (after != before)
        {
            (row.Ticket, row.ExpiresAt) = (Seal(after), after.Properties.ExpiresUtc!.Value);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return after;
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));

    private byte[] Seal(AuthenticationTicket ticket) => _seal.Protect(TicketSerializer.Default.Serialize(ticket));

    /// <summary>Null where the key that sealed it is gone: the person signs in again.</summary>
    private AuthenticationTicket? Open(BrowserSession row, string key)
    {
        try
        {
            var ticket = TicketSerializer.Default.Deserialize(_seal.Unprotect(row.Ticket));
            ticket?.Properties.Items[KeyItem] = key;
            return ticket;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
