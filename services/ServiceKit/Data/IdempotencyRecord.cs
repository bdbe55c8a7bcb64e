using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Technopark.ServiceKit.Data;

/// <summary>The key under which a creating request is done once, however often it arrives.</summary>
/// <param name="Caller">Whose key it is: two callers may choose the same.</param>
/// <param name="RequestHash">SHA-256 over method, path and body.</param>
internal sealed record IdempotencyKey(string Caller, string Key, byte[] RequestHash);

/// <summary>
/// The outcome of a creating request under its Idempotency-Key, written in the transaction that created. Its own xmin
/// is the xmin of the created row, so a replay gives the ETag of the first answer.
/// </summary>
internal sealed class IdempotencyRecord
{
    public const string PrimaryKey = "pk_idempotency";

    /// <summary>Whose key it is: two callers may choose the same.</summary>
    public required string Caller { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 over method, path and body.</summary>
    public required byte[] RequestHash { get; init; }

    public required string Location { get; init; }

    public required string Response { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public uint RowVersion { get; init; }
}

internal sealed class IdempotencyRecordMap : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("idempotency").HasKey(row => new { row.Caller, row.Key }).HasName(IdempotencyRecord.PrimaryKey);
        builder.Property(row => row.RowVersion).IsRowVersion();
        builder.HasIndex(row => row.CreatedAt);
    }
}
