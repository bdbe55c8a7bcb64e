namespace Technopark.Identity;

/// <summary>Who may do what with the API of identities; pages and OpenID Connect answer for themselves.</summary>
internal static class Access
{
    public static AccessTable Table { get; } = new()
    {
        // operation, who may use it on everything, on what is theirs
        { "GetMe", Roles.Authenticated },
        { "GetMyData", Roles.Authenticated },
        { "ListKept", Roles.None, Roles.Authenticated },
        { "GetKept", Roles.None, Roles.Authenticated },
        { "PutKept", Roles.None, Roles.Authenticated },
        { "RemoveKept", Roles.None, Roles.Authenticated },
        { "ListSessions", Roles.None, Roles.Authenticated },
        { "EndSession", Roles.None, Roles.Authenticated },
        { "EndAllSessions", Roles.None, Roles.Authenticated },
        { "ListPeople", Roles.Operator },
        { "GetPerson", Roles.Operator },
        { "ChangeRoles", Roles.Operator },
        { "BlockPerson", Roles.Operator },
        { "UnblockPerson", Roles.Operator },
        { "ListPersonSessions", Roles.Operator },
        { "EndPersonSessions", Roles.Operator },
        { "InvitePerson", Roles.Operator, Roles.Manager },
        { "ListInvitations", Roles.Operator, Roles.Manager },
        { "GetInvitation", Roles.Operator, Roles.Manager },
        { "RevokeInvitation", Roles.Operator, Roles.Manager },
    };
}
