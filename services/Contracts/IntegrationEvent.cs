namespace Technopark.Contracts;

/// <summary>
/// A fact of the innovation chain. It is published as JSON (camelCase, enums as camelCase strings, absent values left
/// out) to the exchange named after its <see cref="EventTypes.NameOf(Type)">CloudEvents type</see>; who, when and why
/// are in the message's headers.
/// </summary>
public abstract record IntegrationEvent
{
    /// <summary>
    /// Version of the aggregate after this fact, counted from 1. A projection that has seen a higher one ignores this
    /// event.
    /// </summary>
    public long Version { get; init; }
}
