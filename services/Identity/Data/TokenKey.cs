namespace Technopark.Identity.Data;

/// <summary>A key that signs or encrypts tokens, shared by all replicas; sealed by data protection.</summary>
internal sealed class TokenKey
{
    public required Guid Id { get; init; }

    /// <summary><c>signing</c> or <c>encryption</c>.</summary>
    public required string Use { get; init; }

    /// <summary>PKCS#8, sealed.</summary>
    public required string Sealed { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class TokenKeyMap : IEntityTypeConfiguration<TokenKey>
{
    public void Configure(EntityTypeBuilder<TokenKey> builder)
    {
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Use).HasMaxLength(20);
    }
}
