using System.ComponentModel.DataAnnotations.Schema;

namespace Technopark.ServiceKit.Data;

/// <summary>
/// An event type that the version before had caught up with: its handlers of that time have had what came earlier.
/// </summary>
/// <param name="After">Cursor of the last event copied into the own queue; empty where there was none.</param>
[Table("feed_cursor"), PrimaryKey(nameof(Type))]
internal sealed record FeedCursor(string Type, string After, DateTimeOffset CaughtUpAt);
