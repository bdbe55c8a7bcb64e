using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.Shared;

/// <summary>Audit events of people about their own accounts, who are the actors themselves.</summary>
internal static class AccountAudit
{
    public static void AddOwn(this AuditLog audit, IdentityDb db, string eventType, Guid account) =>
        audit.Add(db, new AuditEvent(eventType, TargetTypes.Account, account, account.ToString()));

    public static void AddInvitationUsed(this AuditLog audit, IdentityDb db, Invitation invitation, Guid by) =>
        audit.Add(
            db, new AuditEvent(AuditEventTypes.InvitationUsed, TargetTypes.Invitation, invitation.Id, by.ToString()));
}
