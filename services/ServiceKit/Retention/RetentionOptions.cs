using System.ComponentModel.DataAnnotations;
using Technopark.ServiceKit.Audit;

namespace Technopark.ServiceKit.Retention;

/// <summary>Section <c>Retention</c>: how long every centre keeps what is of no use to it any more.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>How often what is too old is looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The audit; the database is told with <c>--migrate</c>, or by the park at its start.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "36500.00:00:00")]
    public TimeSpan Audit { get; init; } = AuditSql.Kept;

    /// <summary>Outcomes of requests by their Idempotency-Key.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan IdempotencyKeys { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Ids of messages that were consumed.</summary>
    [Range(typeof(TimeSpan), "7.00:00:00", "3650.00:00:00")]
    public TimeSpan MessageIds { get; init; } = TimeSpan.FromDays(90);
}
