using System.Reflection;

namespace Technopark.ServiceKit.Data;

/// <summary>What the kit knows of the centre it runs in.</summary>
/// <param name="Name">Short name in lower case, after which database, routes and queues are named.</param>
/// <param name="Assembly">The centre's assembly, where event handlers are found.</param>
public sealed record CentreInfo(string Name, Assembly Assembly)
{
    /// <summary>Prefix of every route of the centre.</summary>
    public string ApiPrefix => $"/api/{Name}/v1";

    /// <summary>
    /// Older versions heard all events in one queue of this name, and the inbox remembered their messages under it.
    /// </summary>
    public string Endpoint => $"{Name}.events";

    /// <summary>The queue of messages that no retry could consume.</summary>
    public string DeadQueue => $"{Endpoint}_error";

    /// <summary>The queue in which the centre hears one event type; it is bound to nothing else.</summary>
    /// <param name="type">CloudEvents type.</param>
    public string QueueOf(string type) => $"{Name}.{type[(type.IndexOf('.', StringComparison.Ordinal) + 1)..]}";
}
