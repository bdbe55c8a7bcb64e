using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.Passkeys;

/// <summary>Checks passkeys. One stands for two factors, having it and being recognised by its device.</summary>
internal sealed class PasskeyCheck(
    PasswordCheck passwords, PasskeyRules rules, SignInManager<Account> signIn, Sessions sessions, IdentityDb db,
    AuditLog audit)
{
    private const string BegunAt = "BegunAt";

    public bool CanBe => rules.CanBe;

    /// <summary>Remembers in the cookie that holds a challenge when it was given.</summary>
    public static void Date(CookieSigningInContext challenge, DateTimeOffset now) =>
        challenge.Properties.Items[BegunAt] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>What the browser is to ask its devices for, with a challenge that the cookie keeps.</summary>
    /// <returns>JSON of a PublicKeyCredentialRequestOptions.</returns>
    public Task<string> BeginAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>Signs in where it can.</summary>
    /// <param name="credential">What the browser got, as JSON.</param>
    public async Task<SignInResult> EnterAsync(string credential, CancellationToken ct)
    {
        var begun = await FindBeginningAsync();
        var shown = begun is null || credential.Length == 0 ? null : await ShowAsync(credential);
        // What has not been proven names nobody, whatever account it says it is for.
        return shown is { Succeeded: true }
            ? await passwords.OneByOneAsync(
                shown.User, AuditEventTypes.WrongPasskey,
                () => TryAsync(shown.User, shown.Passkey, begun!.Value, credential, ct), ct)
            : passwords.Tell(SignInResult.Failed, null, AuditEventTypes.WrongPasskey);
    }

    private async Task<DateTimeOffset?> FindBeginningAsync()
    {
        var challenge = await signIn.Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return challenge.Properties?.Items.TryGetValue(BegunAt, out var begun) == true
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(begun!, CultureInfo.InvariantCulture))
            : null;
    }

    private async Task<PasskeyAssertionResult<Account>?> ShowAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // The cookie was given for something else: a code, or a new passkey.
            return null;
        }
    }

    private async Task<SignInResult> TryAsync(
        Account account, UserPasskeyInfo shown, DateTimeOffset begun, string credential, CancellationToken ct)
    {
        if (await sessions.IsBlockedAsync(account.Id, ct))
        {
            return BlockedSignIn.Result;
        }

        if (await db.Passkeys.FindAsync([shown.CredentialId], ct) is not { } passkey)
        {
            return SignInResult.Failed;
        }

        // The cookie outlives its use, and few devices count theirs: a challenge is good only if it is newer than the
        // last that was used.
        var row = db.Entry(passkey);
        await row.ReloadAsync(ct);
        var used = row.Property<DateTimeOffset?>(IdentityDb.PasskeyUsedAt);
        if (used.CurrentValue >= begun)
        {
            return SignInResult.Failed;
        }

        used.CurrentValue = begun;
        var result = await signIn.PasskeySignInAsync(credential);
        if (!result.Succeeded)
        {
            return result;
        }

        audit.AddOwn(db, AuditEventTypes.PasskeyUsed, account.Id);
        await db.SaveChangesAsync(ct);
        return result;
    }
}
