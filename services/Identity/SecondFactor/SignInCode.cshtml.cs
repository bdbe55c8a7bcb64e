namespace Technopark.Identity.SecondFactor;

/// <summary>The code of the authenticator app, after the password.</summary>
internal sealed class SignInCodeModel(
    PasswordCheck passwords, UsedCodes used, SignInManager<Account> signIn, IOptions<IdentityOptions> options,
    IStringLocalizer<Text> text)
    : SecondStepModel(passwords, signIn, options, text)
{
    [BindProperty, Display(Name = "Field.Code"), Required(ErrorMessage = "Rule.Required")]
    public override string Code { get; set; } = "";

    protected override async Task<SignInResult?> EnterAsync(Account account)
    {
        var code = Codes.Clean(Code);
        // The framework reads a number: with a zero or a sign in front a used code would be another one.
        if (!Codes.IsOne(code) || await used.ContainAsync(account, code))
        {
            return null;
        }

        // Counts a wrong one itself.
        var result = await SignInManager.TwoFactorAuthenticatorSignInAsync(code, false, rememberClient: false);
        if (result.Succeeded)
        {
            await used.AddAsync(account, code);
        }

        return result;
    }
}
