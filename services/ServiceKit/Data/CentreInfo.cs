using System.Reflection;

namespace Technopark.ServiceKit.Data;

/// <summary>What the kit knows of the centre it runs in.</summary>
/// <param name="Name">Short name in lower case, after which database, routes and queue are named.</param>
/// <param name="Assembly">The centre's assembly, where event handlers are found.</param>
public sealed record CentreInfo(string Name, Assembly Assembly)
{
    /// <summary>Prefix of every route of the centre.</summary>
    public string ApiPrefix => $"/api/{Name}/v1";

    /// <summary>The queue on which the centre hears the chain.</summary>
    public string Queue => $"{Name}.events";

    /// <summary>The queue of messages that no retry could consume.</summary>
    public string DeadQueue => $"{Queue}_error";
}
