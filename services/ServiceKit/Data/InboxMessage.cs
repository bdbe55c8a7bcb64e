using System.ComponentModel.DataAnnotations.Schema;

namespace Technopark.ServiceKit.Data;

/// <summary>A message whose effects are committed: the same one has none any more by the same handler.</summary>
/// <param name="Endpoint">
/// The handler's name; that of the dead-letter queue where no try could consume it.
/// </param>
[Table("inbox"), PrimaryKey(nameof(MessageId), nameof(Endpoint)), Index(nameof(ReceivedAt))]
internal sealed record InboxMessage(Guid MessageId, string Endpoint, DateTimeOffset ReceivedAt);
