using System.Text;
using Npgsql;

namespace Technopark.ServiceKit.Messaging;

/// <summary>An event as the log keeps it and as it travels.</summary>
/// <param name="Sequence">Its place in the log; null on a copy.</param>
internal sealed record EventRecord(
    Guid Id, string Type, string Subject, string? CompanyId, DateTimeOffset Time, string? CorrelationId,
    string? CausationId, string? Traceparent, long? Sequence, string Data)
{
    /// <summary>What outbox and log have in common; <see cref="Of"/> reads the sequence and these.</summary>
    public const string Columns =
        "id, type, subject, company_id, time, correlation_id, causation_id, traceparent, data";

    public static EventRecord Of(NpgsqlDataReader row) => new(
        row.GetGuid(1), row.GetString(2), row.GetGuid(3).ToString(), IdAt(row, 4), row.GetFieldValue<DateTimeOffset>(5),
        IdAt(row, 6), IdAt(row, 7), row.IsDBNull(8) ? null : row.GetString(8), row.GetInt64(0),
        row.GetString(9));

    /// <summary>The data as it is sent.</summary>
    public byte[] Body() => Encoding.UTF8.GetBytes(Data);

    private static string? IdAt(NpgsqlDataReader row, int ordinal) =>
        row.IsDBNull(ordinal) ? null : row.GetGuid(ordinal).ToString();
}
