using System.Globalization;
using System.Security.Claims;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.ExternalProvider;

/// <summary>
/// When the person last showed the provider that it is they: what a password shows elsewhere. Not the start of the
/// session here, which the provider may have let begin without a word; nor is it enough to have asked it for a new
/// sign-in, for whoever sits at the browser can leave the asking out of the address.
/// </summary>
internal static class RecentAuthentication
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    /// <summary>Of a sign-in, for the cookie.</summary>
    public static IEnumerable<Claim> Of(DateTimeOffset? provedAt) => provedAt is { } at
        ? [new(Claims.AuthenticationTime, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))]
        : [];

    /// <summary>Their clock may differ from ours, in either direction.</summary>
    public static bool Is(ClaimsPrincipal user, DateTimeOffset now) =>
        long.TryParse(user.GetClaim(Claims.AuthenticationTime), CultureInfo.InvariantCulture, out var at)
            && (now - DateTimeOffset.FromUnixTimeSeconds(at)).Duration() < Within;
}
