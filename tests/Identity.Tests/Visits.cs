namespace Technopark.Identity.Tests;

/// <summary>What somebody does on the pages, in words.</summary>
internal static class Visits
{
    public const string Account = "/identity/account", Sessions = "/identity/account/sessions",
        Security = "/identity/account/security", SignIn = "/identity/signin";

    public static void Says(this Shown shown, string words) =>
        Assert.Contains(words, shown.Text, StringComparison.Ordinal);

    /// <param name="to">Where the form goes; null for the page itself.</param>
    public static Task<Shown> RegisterAsync(
        this Visitor visitor, string mail, string page = "/identity/register", string? to = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["Name"] = "Анна Первая",
            ["Mail"] = mail,
            ["Password"] = IdentityFixture.Password,
            ["Consent"] = "true",
        };
        return visitor.SubmitAsync(page, fields, to);
    }

    public static Task<Shown> SignInAsync(
        this Visitor visitor, string mail, string password = IdentityFixture.Password, string query = "") =>
        visitor.SubmitAsync($"{SignIn}{query}", new() { ["Mail"] = mail, ["Password"] = password });

    public static Task<Shown> SignOutAsync(this Visitor visitor) =>
        visitor.SubmitAsync(Account, [], $"{Account}?handler=SignOut");

    public static Task<Shown> ChangePasswordAsync(this Visitor visitor, string old, string anew) =>
        visitor.SubmitAsync("/identity/account/password", new() { ["Old"] = old, ["New"] = anew });

    public static Task<Shown> AskForResetAsync(this Visitor visitor, string mail) =>
        visitor.SubmitAsync("/identity/forgot", new() { ["Mail"] = mail });

    /// <summary>The second step of a sign-in, by a code of the app.</summary>
    public static Task<Shown> SendCodeAsync(this Visitor visitor, string code) =>
        visitor.SubmitAsync($"{SignIn}/code", new() { ["Code"] = code });

    public static Task<Shown> SendRecoveryCodeAsync(this Visitor visitor, string code) =>
        visitor.SubmitAsync($"{SignIn}/recovery", new() { ["Code"] = code });

    /// <summary>Presses a button of the page of second steps.</summary>
    public static Task<Shown> ChangeSecondStepAsync(
        this Visitor visitor, string handler, string password = IdentityFixture.Password, string code = "") =>
        visitor.SubmitAsync(
            Security, new() { ["Password"] = password, ["Code"] = code }, $"{Security}?handler={handler}");
}
