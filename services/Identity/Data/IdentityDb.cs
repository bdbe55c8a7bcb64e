using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;

namespace Technopark.Identity.Data;

/// <summary>People, how they sign in, and what OpenIddict keeps, so that one transaction holds all of it.</summary>
internal sealed class IdentityDb(DbContextOptions<IdentityDb> options) : CentreDb(options), IDataProtectionKeyContext
{
    /// <summary>Property of a passkey that the framework lacks: when the sign-in began that used it last.</summary>
    public const string PasskeyUsedAt = "UsedAt";

    public DbSet<Person> People => Set<Person>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<IdentityUserPasskey<Guid>> Passkeys => Set<IdentityUserPasskey<Guid>>();

    /// <summary>Keys of authenticator apps, recovery codes, codes that were used.</summary>
    public DbSet<IdentityUserToken<Guid>> SecondSteps => Set<IdentityUserToken<Guid>>();

    /// <summary>Whom of a provider's subjects an account stands for.</summary>
    public DbSet<IdentityUserLogin<Guid>> Logins => Set<IdentityUserLogin<Guid>>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<KeptValue> Kept => Set<KeptValue>();

    public DbSet<QueuedMail> Mails => Set<QueuedMail>();

    public DbSet<TokenKey> TokenKeys => Set<TokenKey>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.UseOpenIddict<Guid>();
        MapAccounts(modelBuilder);
    }

    /// <summary>The tables of ASP.NET Core Identity, without its own context: roles are the person's.</summary>
    private static void MapAccounts(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(row => row.Id).ValueGeneratedNever();
            account.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
            account.HasIndex(row => row.NormalizedUserName).IsUnique();
            account.HasIndex(row => row.NormalizedEmail).IsUnique();
            account.Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed);
            account.HasOne<Person>().WithOne().HasForeignKey<Account>(row => row.Id);
            account.HasMany<IdentityUserClaim<Guid>>().WithOne().HasForeignKey(row => row.UserId);
            account.HasMany<IdentityUserLogin<Guid>>().WithOne().HasForeignKey(row => row.UserId);
            account.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(row => row.UserId);
            account.HasMany<IdentityUserPasskey<Guid>>().WithOne().HasForeignKey(row => row.UserId);
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins")
            .HasKey(row => new { row.LoginProvider, row.ProviderKey });
        model.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens")
            .HasKey(row => new { row.UserId, row.LoginProvider, row.Name });
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("account_passkeys").HasKey(row => row.CredentialId);
            passkey.OwnsOne(row => row.Data).ToJson();
            passkey.Property<DateTimeOffset?>(PasskeyUsedAt);
        });
    }
}
