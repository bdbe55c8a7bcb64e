using Technopark.Identity.Email;
using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.Accounts;

/// <summary>
/// Changes of how somebody signs in: the audit is told, and the person by mail, who may not be the one who made it.
/// Both are saved with the change that follows.
/// </summary>
internal sealed class AccountChanges(IdentityDb db, AuditLog audit, EmailComposer emails)
{
    /// <param name="eventType">One of <see cref="AuditEventTypes"/> that has a letter.</param>
    public Task TellAsync(Account account, string eventType, CancellationToken ct)
    {
        audit.AddOwn(db, eventType, account.Id);
        return emails.QueueChangeAsync(account, eventType, ct);
    }
}
