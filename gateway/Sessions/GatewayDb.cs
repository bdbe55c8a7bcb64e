using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;

namespace Technopark.Gateway.Sessions;

/// <summary>What the gateway's replicas share: who is signed in with which browser, and the sealing keys.</summary>
internal sealed class GatewayDb(DbContextOptions<GatewayDb> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<BrowserSession> Sessions => Set<BrowserSession>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<BrowserSession>(session =>
    {
        session.ToTable("browser_sessions").HasKey(row => row.Key);
        session.HasIndex(row => row.ExpiresAt);
    });
}

/// <summary>A signed-in browser. Reading this table helps nobody: the key is hashed, the tokens are sealed.</summary>
internal sealed class BrowserSession
{
    /// <summary>SHA-256 of what the cookie names.</summary>
    public required byte[] Key { get; init; }

    /// <summary>The sealed ticket: the person's claims and tokens.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>The session of the identity service that it belongs to, as tokens name it.</summary>
    public required string SignIn { get; init; }

    public required DateTimeOffset ExpiresAt { get; set; }
}
