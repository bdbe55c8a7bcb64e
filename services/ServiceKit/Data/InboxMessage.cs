using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Technopark.ServiceKit.Data;

/// <summary>A message whose effects are committed: the same message on the same endpoint has none any more.</summary>
internal sealed class InboxMessage
{
    public required Guid MessageId { get; init; }

    public required string Endpoint { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}

internal sealed class InboxMessageMap : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("inbox").HasKey(row => new { row.MessageId, row.Endpoint });
        builder.HasIndex(row => row.ReceivedAt);
    }
}
