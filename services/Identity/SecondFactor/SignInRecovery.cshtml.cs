namespace Technopark.Identity.SecondFactor;

/// <summary>A recovery code, for whoever has lost the authenticator app; each is good once.</summary>
internal sealed class SignInRecoveryModel(
    PasswordCheck passwords, SignInManager<Account> signIn, IOptions<IdentityOptions> options,
    IStringLocalizer<Text> text)
    : SecondStepModel(passwords, signIn, options, text)
{
    [BindProperty, Display(Name = "Field.RecoveryCode"), Required(ErrorMessage = "Rule.Required")]
    public override string Code { get; set; } = "";

    protected override async Task<SignInResult?> EnterAsync(Account account)
    {
        var result = await SignInManager.TwoFactorRecoveryCodeSignInAsync(Code.Trim().ToUpperInvariant());
        return result.Succeeded ? result : null;
    }
}
