namespace Technopark.Identity.Registration;

/// <summary>An invitation as the API shows it; its token is only in the mail.</summary>
/// <param name="InvitedBy">The person who invites; null where the park itself does.</param>
/// <param name="InvitedByName">How they want to be called; null where they were erased.</param>
/// <param name="Allowed">What may be done with it now: the verbs of its routes.</param>
internal sealed record InvitationView(
    Guid Id, string Mail, string[] Roles, InvitationStatus Status, Guid? InvitedBy, string? InvitedByName,
    DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string[] Allowed)
{
    public static InvitationView Of(Invitation invitation) => new(
        invitation.Id, invitation.Mail, [.. RoleNames.In(invitation.Roles).Select(RoleNames.NameOf)], invitation.Status,
        invitation.InvitedBy == Guid.Empty ? null : invitation.InvitedBy,
        invitation.PersonOf(invitation.InvitedBy).Name, invitation.CreatedAt, invitation.ExpiresAt,
        invitation.ForCaller(invitation.Allowed));
}
