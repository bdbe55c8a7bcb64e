namespace Technopark.ServiceDefaults;

/// <summary>Who asks for an operation, and how much of its things they see. Queries carry it in their WHERE.</summary>
/// <param name="Id">The person (the token's <c>sub</c>), an opaque id; empty where nobody has signed in.</param>
/// <param name="SeesAll">True where one of their roles sees every thing of the operation.</param>
/// <param name="OwnAs">The roles in which they see what is theirs.</param>
/// <param name="SeesOpen">True where they also see what is open to others: a published offer.</param>
public sealed record Caller(Guid Id, bool SeesAll, Roles OwnAs, bool SeesOpen)
{
    /// <summary>Sees nothing: what a query finds where nobody said who asks.</summary>
    public static Caller Anonymous { get; } = new(Guid.Empty, false, Roles.None, false);

    /// <summary>The service itself, when it reacts to an event.</summary>
    public static Caller System { get; } = new(Guid.Empty, true, Roles.None, true);

    /// <summary>Whose things they see as theirs; empty where nothing is.</summary>
    public Guid Owner => OwnAs == Roles.None ? Guid.Empty : Id;

    /// <summary>True where they ask in this role for what is theirs.</summary>
    public bool Is(Roles role) => (OwnAs & role) != 0;
}
