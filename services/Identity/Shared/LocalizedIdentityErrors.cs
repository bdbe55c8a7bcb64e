namespace Technopark.Identity.Shared;

/// <summary>Errors of ASP.NET Core Identity that people can cause, in the language of the page.</summary>
internal sealed class LocalizedIdentityErrors(IStringLocalizer<Text> text) : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), length);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(nameof(PasswordRequiresUniqueChars), uniqueChars);

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch));

    public override IdentityError InvalidToken() => Say(nameof(InvalidToken));

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure));

    public override IdentityError DefaultError() => Say(nameof(DefaultError));

    private IdentityError Say(string code, params object[] values) => new()
    {
        Code = code,
        Description = text[$"Fault.{code}", values],
    };
}
