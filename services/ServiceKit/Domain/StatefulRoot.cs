namespace Technopark.ServiceKit.Domain;

/// <summary>A thing that goes from state to state; its <c>Status</c> is the state it is in.</summary>
public abstract class StatefulRoot : AggregateRoot
{
    /// <summary>Name of the member that every such thing has.</summary>
    internal const string StatusName = "Status";

    /// <summary>When it came into this state, UTC: the save that changes the state notes it.</summary>
    public DateTimeOffset StatusSince { get; private set; }
}
