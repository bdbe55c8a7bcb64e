using Microsoft.AspNetCore.WebUtilities;
using Technopark.Identity.Accounts;

namespace Technopark.Identity.Passkeys;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Of the credential, in base64url.</param>
/// <param name="UsedAt">When it last signed in; null for never.</param>
internal sealed record OwnPasskey(string Id, string Name, DateTimeOffset AddedAt, DateTimeOffset? UsedAt);

/// <summary>The passkeys of one account.</summary>
internal sealed class OwnPasskeys(
    PasskeyRules rules, SignInManager<Account> signIn, UserManager<Account> users, IdentityDb db,
    AccountChanges changes)
{
    public const int AtMost = 20;

    private const int CredentialAtMost = 16_384;

    public bool CanBe => rules.CanBe;

    public async Task<IReadOnlyList<OwnPasskey>> ListAsync(Account account, CancellationToken ct)
    {
        var rows = await db.Passkeys.AsNoTracking().Where(row => row.UserId == account.Id)
            .Select(row => new OwnPasskey(
                WebEncoders.Base64UrlEncode(row.CredentialId), row.Data.Name ?? "", row.Data.CreatedAt,
                EF.Property<DateTimeOffset?>(row, IdentityDb.PasskeyUsedAt)))
            .ToListAsync(ct);
        return [.. rows.OrderBy(passkey => passkey.AddedAt)];
    }

    /// <summary>What the browser is to make: whoever has the challenge may add a passkey to the account.</summary>
    /// <param name="person">What the device calls the account beside its address.</param>
    /// <returns>JSON of a PublicKeyCredentialCreationOptions.</returns>
    public Task<string> BeginAsync(Account account, string person) =>
        signIn.MakePasskeyCreationOptionsAsync(
            new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = person });

    /// <param name="credential">What the browser made, as JSON.</param>
    /// <returns>False where it was not made for this account, now and here.</returns>
    public async Task<bool> AddAsync(Account account, string credential, string name, CancellationToken ct)
    {
        if (await MadeAsync(credential) is not { Succeeded: true } made || made.UserEntity.Id != account.Id.ToString())
        {
            return false;
        }

        made.Passkey.Name = name;
        await changes.TellAsync(account, AuditEventTypes.PasskeyAdded, ct);
        return (await users.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded;
    }

    public async Task RemoveAsync(Account account, OwnPasskey passkey, CancellationToken ct)
    {
        await changes.TellAsync(account, AuditEventTypes.PasskeyRemoved, ct);
        await users.RemovePasskeyAsync(account, WebEncoders.Base64UrlDecode(passkey.Id));
    }

    private async Task<PasskeyAttestationResult?> MadeAsync(string credential)
    {
        try
        {
            return credential.Length is 0 or > CredentialAtMost
                ? null
                : await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // Nobody asked for it, or too long ago.
            return null;
        }
    }
}
