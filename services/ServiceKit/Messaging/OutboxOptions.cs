using System.ComponentModel.DataAnnotations;

namespace Technopark.ServiceKit.Messaging;

/// <summary>How the outbox is published; configuration section <c>Outbox</c>.</summary>
internal sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>Refusals by the broker before a row is set aside as failed.</summary>
    [Range(1, 1000)]
    public int Attempts { get; set; } = 10;

    /// <summary>How long to wait for the broker's confirm.</summary>
    public TimeSpan ConfirmTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
