using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.ExternalProvider;

/// <summary>Who has come from the provider, as far as it says and the park believes it.</summary>
/// <param name="Issuer">With <paramref name="Subject"/> it is who they are: neither name nor address is.</param>
/// <param name="Mail">Only an address that the provider has verified; null where there is none.</param>
/// <param name="Roles">Those that the provider gives.</param>
/// <param name="ProvedAt">When they last showed the provider that it is they; null where it does not say.</param>
internal sealed record ExternalLogin(
    string Issuer, string Subject, string Name, string? Mail, Roles Roles, DateTimeOffset? ProvedAt)
{
    private const string Claim = "arrival";
    private const int NameAtMost = 200, MailAtMost = 254;

    public static ExternalLogin Of(ClaimsPrincipal said, ProviderOptions provider) => new(
        said.FindFirst(Claims.Issuer)!.Value, said.FindFirst(Claims.Subject)!.Value,
        Cut(said.FindFirst(Claims.Name)?.Value ?? said.FindFirst(Claims.PreferredUsername)?.Value ?? ""),
        MailIn(said, provider), provider.RolesFor(ClaimPath.Values(said, provider.RolesClaim)),
        long.TryParse(said.FindFirst(Claims.AuthenticationTime)?.Value, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null);

    /// <summary>What a cookie carries from the callback to the next page; all else is forgotten.</summary>
    public ClaimsPrincipal Pack() => new(new ClaimsIdentity([new Claim(Claim, JsonSerializer.Serialize(this))], Claim));

    public static ExternalLogin? Unpack(ClaimsPrincipal? packed) =>
        packed?.FindFirst(Claim) is { } claim ? JsonSerializer.Deserialize<ExternalLogin>(claim.Value) : null;

    /// <summary>Anybody may write anybody's address into a profile: one that is not verified is none.</summary>
    private static string? MailIn(ClaimsPrincipal said, ProviderOptions provider)
    {
        var isVerified = provider.OwnsMail
            || string.Equals(said.FindFirst(Claims.EmailVerified)?.Value, "true", StringComparison.OrdinalIgnoreCase);
        return isVerified && ClaimPath.Values(said, provider.MailClaim) is [var mail, ..] && mail.Length <= MailAtMost
            && MailboxAttribute.IsMailbox(mail.Trim())
            ? mail.Trim()
            : null;
    }

    private static string Cut(string name) => name.Length > NameAtMost ? name[..NameAtMost] : name;
}
