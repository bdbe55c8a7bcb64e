using System.ComponentModel.DataAnnotations;

namespace Technopark.ServiceKit.Messaging;

/// <summary>Section <c>Relay</c>.</summary>
internal sealed class RelayOptions
{
    /// <summary>Refusals by the broker before a row is parked.</summary>
    [Range(1, 1000)]
    public int Attempts { get; set; } = 10;

    /// <summary>How long to wait for the broker's confirm.</summary>
    public TimeSpan ConfirmTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
