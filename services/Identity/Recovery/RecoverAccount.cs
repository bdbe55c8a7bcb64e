using Microsoft.AspNetCore.Http.HttpResults;
using Technopark.Identity.Email;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.Recovery;

/// <summary>
/// Gives an account back to whoever reads its mail, where the second step is lost or somebody else's: nothing signs in
/// to it any more, and a link for a new password goes to its address, there alone. Who runs the park does this, with
/// its key; the gateway does not lead here.
/// </summary>
internal static class RecoverAccount
{
    public sealed record Request([property: Required, Mailbox, StringLength(254)] string Mail);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/ops/accounts/recover", HandleAsync).ExcludeFromDescription().AllowOperators();

    private static Task<NoContent> HandleAsync(
        Request body, IdentityDb db, UserManager<Account> users, Sessions sessions, EmailComposer emails,
        AuditLog audit, IOptions<IdentityOptions> options, CancellationToken ct) => db.TransactAsync(
            async () =>
            {
                var account = options.Value.Provider is not null
                    ? throw new ProblemException(
                        ProblemKind.Conflict, "atProvider",
                        "People sign in at the provider: it recovers their accounts.")
                    : await users.FindByEmailAsync(body.Mail.Trim())
                        ?? throw new ProblemException(ProblemKind.NotFound, "notFound", "No account has this address.");
                await users.RemovePasswordAsync(account);
                await users.SetTwoFactorEnabledAsync(account, false);
                await db.SecondSteps.Where(kept => kept.UserId == account.Id).ExecuteDeleteAsync(ct);
                await db.Passkeys.Where(passkey => passkey.UserId == account.Id).ExecuteDeleteAsync(ct);
                var code = await users.GeneratePasswordResetTokenAsync(account);
                await emails.QueueAsync(
                    account, "Recovered", ct, emails.Link("reset", ("person", account.Id.ToString()), ("code", code)));
                audit.Add(db, new AuditEvent(AuditEventTypes.AccountRecovered, TargetTypes.Account, account.Id));
                await sessions.EndAsync(account.Id, null, ct);
                return TypedResults.NoContent();
            },
            ct);
}
