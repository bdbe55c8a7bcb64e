using Technopark.ServiceDefaults;

namespace Technopark.Identity;

/// <summary>Who may do what with the API of identities; pages and OpenID Connect answer for themselves.</summary>
internal static class Access
{
    public static AccessTable Table { get; } = new()
    {
        // operation, roles that see all, roles that see what is theirs
        { "GetMe", Roles.Members },
        { "GetMyData", Roles.Members },
        { "ListSessions", Roles.None, Roles.Members },
        { "EndSession", Roles.None, Roles.Members },
        { "EndAllSessions", Roles.None, Roles.Members },
        { "InvitePerson", Roles.Operator, Roles.Manager },
        { "ListInvitations", Roles.Operator, Roles.Manager },
        { "GetInvitation", Roles.Operator, Roles.Manager },
        { "RevokeInvitation", Roles.Operator, Roles.Manager },
    };
}
