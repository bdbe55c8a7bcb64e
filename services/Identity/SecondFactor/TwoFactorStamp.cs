using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Technopark.Identity.SecondFactor;

/// <summary>
/// Holds the cookie between the two steps of a sign-in to the account as it was at the first: a new password, or
/// whatever else changes how the account is entered, ends what was begun before it.
/// </summary>
internal static class TwoFactorStamp
{
    private const string Stamp = "Stamp";

    public static async Task RememberAsync(CookieSigningInContext begun)
    {
        if (await StampAsync(begun.HttpContext, begun.Principal) is { } stamp)
        {
            begun.Properties.Items[Stamp] = stamp;
        }
    }

    public static async Task CheckAsync(CookieValidatePrincipalContext begun)
    {
        begun.Properties.Items.TryGetValue(Stamp, out var stamp);
        if (await StampAsync(begun.HttpContext, begun.Principal) != stamp)
        {
            begun.RejectPrincipal();
        }
    }

    /// <summary>Null where the cookie names nobody yet: that of a passkey's challenge.</summary>
    private static async Task<string?> StampAsync(HttpContext http, ClaimsPrincipal? begun)
    {
        var users = http.RequestServices.GetRequiredService<UserManager<Account>>();
        return begun?.FindFirstValue(ClaimTypes.Name) is { } id ? (await users.FindByIdAsync(id))?.SecurityStamp : null;
    }
}
