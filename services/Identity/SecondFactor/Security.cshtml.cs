using Technopark.Identity.Accounts;
using Technopark.Identity.Passkeys;
using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.SecondFactor;

/// <summary>The second factor: an authenticator app, and recovery codes for when it is lost.</summary>
internal sealed partial class SecurityModel(
    PasswordCheck passwords, OwnPasskeys passkeys, SignInManager<Account> signIn, UserManager<Account> users,
    IdentityDb db, AuditLog audit, AccountChanges changes, IStringLocalizer<Text> text) : PageModel
{
    private const int CodesAtOnce = 10;
    private const string CodesKey = "Codes";

    private Account _account = null!;

    [BindProperty, Display(Name = "Field.Code")]
    public string Code { get; set; } = "";

    [BindProperty, Display(Name = "Field.Password")]
    public string Password { get; set; } = "";

    public bool IsOn { get; private set; }

    public string Mail => _account.Email!;

    /// <summary>What the app is to know.</summary>
    public string Key { get; private set; } = "";

    public int CodesLeft { get; private set; }

    /// <summary>Codes just made; they are shown once.</summary>
    public string[]? NewCodes { get; private set; }

    public async Task OnGetAsync()
    {
        await ReadAsync();
        PasskeyName = NameOfDevice;
        NewCodes = TempData[CodesKey] as string[];
    }

    public async Task<IActionResult> OnPostOnAsync(CancellationToken ct)
    {
        await ReadAsync();
        if (IsOn)
        {
            return RedirectToPage();
        }

        if (!await users.VerifyTwoFactorTokenAsync(
            _account, users.Options.Tokens.AuthenticatorTokenProvider, Codes.Clean(Code ?? "")))
        {
            return this.Refuse(nameof(Code), text["Code.Wrong"]);
        }

        return await ChangeAsync("Security.TurnedOn", async () =>
        {
            await changes.TellAsync(_account, AuditEventTypes.SecondFactorOn, ct);
            await users.SetTwoFactorEnabledAsync(_account, true);
            audit.Add(db, new AuditEvent(AuditEventTypes.RecoveryCodesMade, TargetTypes.Account, _account.Id));
            await MakeCodesAsync();
        });
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken ct)
    {
        await ReadAsync();
        return !IsOn ? RedirectToPage() : await ChangeAsync("Security.CodesMade", async () =>
        {
            await changes.TellAsync(_account, AuditEventTypes.RecoveryCodesMade, ct);
            await MakeCodesAsync();
        });
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken ct)
    {
        await ReadAsync();
        return !IsOn ? RedirectToPage() : await ChangeAsync("Security.TurnedOff", async () =>
        {
            await changes.TellAsync(_account, AuditEventTypes.SecondFactorOff, ct);
            await users.SetTwoFactorEnabledAsync(_account, false);
            await db.SecondSteps.Where(kept => kept.UserId == _account.Id).ExecuteDeleteAsync(ct);
        });
    }

    /// <summary>Changes the second step of whoever knows the password.</summary>
    private async Task<IActionResult> ChangeAsync(string note, Func<Task> change)
    {
        var result = await passwords.ChangeAsync(_account, Password ?? "", change, HttpContext.RequestAborted);
        if (!result.Succeeded)
        {
            return this.Refuse(nameof(Password), text["Fault.PasswordMismatch"]);
        }

        await signIn.RefreshSignInAsync(_account);
        this.Note(note);
        return RedirectToPage();
    }

    private async Task MakeCodesAsync() =>
        TempData[CodesKey] = (await users.GenerateNewTwoFactorRecoveryCodesAsync(_account, CodesAtOnce))!.ToArray();

    private async Task ReadAsync()
    {
        _account = (await users.GetUserAsync(User))!;
        Passkeys = await passkeys.ListAsync(_account, HttpContext.RequestAborted);
        IsOn = await users.GetTwoFactorEnabledAsync(_account);
        if (IsOn)
        {
            CodesLeft = await users.CountRecoveryCodesAsync(_account);
            return;
        }

        if (await users.GetAuthenticatorKeyAsync(_account) is not { Length: > 0 })
        {
            await users.ResetAuthenticatorKeyAsync(_account);
            await signIn.RefreshSignInAsync(_account);
        }

        Key = (await users.GetAuthenticatorKeyAsync(_account))!;
    }
}
