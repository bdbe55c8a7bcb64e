using System.ComponentModel.DataAnnotations.Schema;

namespace Technopark.ServiceKit.Data;

/// <summary>How far this service has caught up with an event type that existed before it listened.</summary>
/// <param name="After">Cursor of the last event copied into the own queue; empty where there was none.</param>
[Table("feed_cursor"), PrimaryKey(nameof(Type))]
internal sealed record FeedCursor(string Type, string After, DateTimeOffset CaughtUpAt);
