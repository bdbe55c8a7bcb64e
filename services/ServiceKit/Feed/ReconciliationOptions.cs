using System.ComponentModel.DataAnnotations;

namespace Technopark.ServiceKit.Feed;

/// <summary>Section <c>Reconciliation</c>: when the feeds of other centres are held against the inbox.</summary>
internal sealed class ReconciliationOptions
{
    public const string Section = "Reconciliation";

    /// <summary>How often.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What is younger may still be on its way through the broker.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);
}
