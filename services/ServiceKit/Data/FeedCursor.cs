using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Technopark.ServiceKit.Data;

/// <summary>
/// How far this service has caught up with an event type it hears that existed before the service listened.
/// </summary>
internal sealed class FeedCursor
{
    public required string Type { get; init; }

    /// <summary>Cursor of the last event copied into the own queue; empty where there was none.</summary>
    public required string After { get; init; }

    public required DateTimeOffset CaughtUpAt { get; init; }
}

internal sealed class FeedCursorMap : IEntityTypeConfiguration<FeedCursor>
{
    public void Configure(EntityTypeBuilder<FeedCursor> builder) =>
        builder.ToTable("feed_cursor").HasKey(row => row.Type);
}
