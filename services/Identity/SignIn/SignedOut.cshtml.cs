using Microsoft.AspNetCore.WebUtilities;
using Technopark.Identity.ExternalProvider;

namespace Technopark.Identity.SignIn;

/// <summary>The end of a session.</summary>
[AllowAnonymous]
internal sealed class SignedOutModel(
    IOptions<IdentityOptions> options, IOptions<JwtAuthenticationOptions> address,
    ProviderAddresses addresses) : PageModel
{
    public string? Provider => options.Value.Provider?.Name;

    /// <summary>The provider's own sign-out page; null where its discovery names none.</summary>
    public string? Elsewhere { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (options.Value.Provider is { } provider
            && await addresses.FindAsync(ct) is { EndSessionEndpoint: { Length: > 0 } leave })
        {
            // A link, which the person sees and follows: a form's way must not lead to another site.
            Elsewhere = QueryHelpers.AddQueryString(leave, new Dictionary<string, string?>
            {
                ["client_id"] = provider.ClientId,
                ["post_logout_redirect_uri"] = new Uri(address.Value.Issuer, "signedout").AbsoluteUri,
            });
        }
    }
}
