using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Technopark.ServiceKit.Data;

/// <summary>The key under which a creating request is done once, however often it arrives.</summary>
/// <param name="Caller">Whose key it is: two callers may choose the same.</param>
/// <param name="RequestHash">SHA-256 over method, path and body.</param>
internal sealed record IdempotencyKey(string Caller, string Key, byte[] RequestHash);

/// <summary>
/// The outcome of a creating request, written in its transaction: the row's xmin is that of the created one, so a
/// replay gives the ETag of the first answer.
/// </summary>
[Table("idempotency"), PrimaryKey(nameof(Caller), nameof(Key)), Index(nameof(CreatedAt))]
internal sealed record IdempotencyRecord(
    string Caller, string Key, byte[] RequestHash, string Location, string Response, DateTimeOffset CreatedAt)
{
    [Timestamp]
    public uint RowVersion { get; init; }
}
