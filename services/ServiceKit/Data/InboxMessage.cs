using System.ComponentModel.DataAnnotations.Schema;

namespace Technopark.ServiceKit.Data;

/// <summary>A message whose effects are committed: the same message on the same endpoint has none any more.</summary>
[Table("inbox"), PrimaryKey(nameof(MessageId), nameof(Endpoint)), Index(nameof(ReceivedAt))]
internal sealed record InboxMessage(Guid MessageId, string Endpoint, DateTimeOffset ReceivedAt);
