using Technopark.Identity.Accounts;
using Technopark.Identity.Passkeys;

namespace Technopark.Identity.SecondFactor;

/// <summary>
/// Passkeys. The password is asked for before the browser makes one, and gives the challenge without which none is
/// taken: a browser that was left open opens no second door.
/// </summary>
internal sealed partial class SecurityModel
{
    private const int NameAtMost = 100;

    [BindProperty, Display(Name = "Field.PasskeyName"), StringLength(NameAtMost, ErrorMessage = "Rule.Long")]
    public string PasskeyName { get; set; } = "";

    [BindProperty, Display(Name = "Field.Password")]
    public string PasskeyPassword { get; set; } = "";

    /// <summary>Id of the one that is to be removed, once the password is there.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Remove { get; set; }

    public bool CanHavePasskeys => passkeys.CanBe;

    public IReadOnlyList<OwnPasskey> Passkeys { get; private set; } = [];

    public OwnPasskey? ToRemove => Passkeys.FirstOrDefault(passkey => passkey.Id == Remove);

    private string NameOfDevice => Devices.Name(Request.Headers.UserAgent.ToString()) is { Length: <= NameAtMost } name
        ? name
        : text["Passkeys.Unnamed"];

    /// <summary>For the script: what the browser is to make, or in words why not.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken ct)
    {
        await ReadAsync();
        if (!ModelState.IsValid)
        {
            return Say(ModelState[nameof(PasskeyName)]!.Errors[0].ErrorMessage);
        }

        if (Passkeys.Count >= OwnPasskeys.AtMost)
        {
            return Say(text["Passkeys.TooMany", OwnPasskeys.AtMost]);
        }

        if (!(await passwords.CheckAsync(_account, PasskeyPassword ?? "", ct)).Succeeded)
        {
            return Say(text["Fault.PasswordMismatch"]);
        }

        var person = await db.People.Where(row => row.Id == _account.Id).Select(row => row.Name).FirstAsync(ct);
        return Content(await passkeys.BeginAsync(_account, person), "application/json");
    }

    public async Task<IActionResult> OnPostAddPasskeyAsync(string? credential, CancellationToken ct)
    {
        await ReadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var name = string.IsNullOrWhiteSpace(PasskeyName) ? NameOfDevice : PasskeyName.Trim();
        if (Passkeys.Count >= OwnPasskeys.AtMost || !await passkeys.AddAsync(_account, credential ?? "", name, ct))
        {
            return this.Refuse("", text["Passkeys.Failed"]);
        }

        this.Note("Passkeys.Done");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(CancellationToken ct)
    {
        await ReadAsync();
        if (!(await passwords.CheckAsync(_account, PasskeyPassword ?? "", ct)).Succeeded)
        {
            return this.Refuse(nameof(PasskeyPassword), text["Fault.PasswordMismatch"]);
        }

        if (ToRemove is { } passkey)
        {
            await passkeys.RemoveAsync(_account, passkey, ct);
            this.Note("Passkeys.Removed");
        }

        return RedirectToPage(new { Remove = (string?)null });
    }

    private static ContentResult Say(string refusal) => new()
    {
        Content = refusal,
        ContentType = "text/plain; charset=utf-8",
        StatusCode = 400,
    };
}
