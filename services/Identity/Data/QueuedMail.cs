namespace Technopark.Identity.Data;

/// <summary>A mail committed and not yet sent; what it says, maybe a link into an account, is sealed.</summary>
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
