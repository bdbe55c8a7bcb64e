using Technopark.Identity.Email;

namespace Technopark.Identity.Registration;

/// <summary>Makes an invitation and the mail that carries its token; both are saved with whatever else is.</summary>
internal sealed class InvitationService(EmailComposer emails, IOptions<IdentityOptions> options, TimeProvider clock)
{
    public (Invitation Invitation, string Link) Invite(string mail, Roles roles, Guid by)
    {
        var now = clock.GetUtcNow();
        var (invitation, token) = Invitation.Issue(mail.Trim(), roles, by, now + options.Value.Invitation, now);
        var link = emails.Link("register", ("invitation", token));
        emails.Queue(invitation.Mail, null, "Invitation", link, invitation.ExpiresAt);
        return (invitation, link);
    }
}
