namespace Technopark.Identity.Data;

/// <summary>
/// A mail that is committed and not yet sent. Address and text, which may hold a link that opens an account, are
/// sealed.
/// </summary>
internal sealed class QueuedMail
{
    public required Guid Id { get; init; }

    public required string Sealed { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset NextAt { get; set; }

    /// <summary>Attempts that failed.</summary>
    public int Attempts { get; set; }
}

internal sealed class QueuedMailMap : IEntityTypeConfiguration<QueuedMail>
{
    public void Configure(EntityTypeBuilder<QueuedMail> builder)
    {
        builder.ToTable("mails");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.HasIndex(mail => mail.NextAt);
    }
}
