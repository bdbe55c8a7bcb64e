using Technopark.Identity.Data;
using Technopark.Identity.Domain;
using Technopark.Identity.Mail;
using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.Pages;

/// <summary>
/// Changes of how somebody signs in: the audit is told, and the person by mail, who may not be the one who made it. Both are saved with
/// the change that follows.
/// </summary>
internal sealed class AccountChanges(IdentityDb db, AuditLog audit, EmailComposer emails)
{
    /// <param name="eventType">One of <see cref="AuditEventTypes"/> that has a letter.</param>
    public Task TellAsync(Account account, string eventType, CancellationToken ct)
    {
        audit.Add(db, new AuditEvent(eventType, TargetTypes.Account, account.Id, account.Id.ToString()));
        return emails.QueueChangeAsync(account, eventType, ct);
    }
}
