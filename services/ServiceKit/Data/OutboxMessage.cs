using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Technopark.ServiceKit.Data;

/// <summary>One event in the service's log, written with the change it tells of; kept once it is sent.</summary>
/// <param name="Id">Id of the event, the same on the broker and in the feed.</param>
internal sealed record OutboxMessage(
    Guid Id, string Type, Guid Subject, Guid? CompanyId, DateTimeOffset Time, Guid? CorrelationId, Guid? CausationId,
    string? Traceparent, string Data)
{
    /// <summary>Order of insertion. Gaps are normal; not commit-safe without <see cref="Transaction"/>.</summary>
    public long Position { get; init; }

    /// <summary>Id of the writing transaction: the feed stops before the oldest one still open.</summary>
    public ulong Transaction { get; init; }

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

    /// <summary>Neither sent with an INSERT nor read back after it: the writing process does not need it.</summary>
    private static void GivenByDatabase<T>(PropertyBuilder<T> property)
    {
        property.ValueGeneratedNever();
        property.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
    }
}
