namespace Technopark.Identity.SignIn;

/// <summary>The outcome for whoever has shown that it is they, and whom operators have blocked.</summary>
internal sealed class BlockedSignIn : SignInResult
{
    public static readonly BlockedSignIn Result = new();

    private BlockedSignIn() => IsNotAllowed = true;
}
