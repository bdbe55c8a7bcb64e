using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Technopark.ServiceKit.Data;

/// <summary>
/// One event in the service's log. The row is written with the change it tells of and kept; the publisher marks it
/// sent.
/// </summary>
internal sealed class OutboxMessage
{
    /// <summary>Id of the event, the same on the broker and in the feed.</summary>
    public required Guid Id { get; init; }

    /// <summary>Order of insertion. Gaps are normal; not commit-safe without <see cref="Transaction"/>.</summary>
    public long Position { get; init; }

    /// <summary>Id of the writing transaction: the feed stops before the oldest one still open.</summary>
    public ulong Transaction { get; init; }

    public required string Type { get; init; }

    public required Guid Subject { get; init; }

    public Guid? CompanyId { get; init; }

    public required DateTimeOffset Time { get; init; }

    public Guid? CorrelationId { get; init; }

    public Guid? CausationId { get; init; }

    public string? Traceparent { get; init; }

    public required string Data { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    public DateTimeOffset? FailedAt { get; init; }

    public string? LastError { get; init; }
}

internal sealed class OutboxMessageMap : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox").HasKey(row => row.Id);
        GivenByDatabase(builder.Property(row => row.Position).UseIdentityAlwaysColumn());
        GivenByDatabase(
            builder.Property(row => row.Transaction).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()"));
        GivenByDatabase(builder.Property(row => row.Attempts).HasDefaultValue(0));
        builder.HasIndex(row => row.Position).HasFilter("sent_at is null and failed_at is null")
            .HasDatabaseName("ix_outbox_unsent");
        builder.HasIndex(row => new { row.Transaction, row.Position }).HasDatabaseName("ix_outbox_feed");
        builder.HasIndex(row => row.FailedAt).HasFilter("failed_at is not null").HasDatabaseName("ix_outbox_failed");
    }

    /// <summary>
    /// Neither sent with an INSERT nor read back after it: nobody in the writing process needs the value.
    /// </summary>
    private static void GivenByDatabase<T>(PropertyBuilder<T> property)
    {
        property.ValueGeneratedNever();
        property.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
    }
}
