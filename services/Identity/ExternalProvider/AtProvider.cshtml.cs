using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Technopark.Identity.ExternalProvider;

/// <summary>The way to the provider: straight on, or by a button where something is to be said first.</summary>
[AllowAnonymous]
internal sealed partial class AtProviderModel(
    IOptions<IdentityOptions> options, ProviderAddresses provider, SignedOutCookie signedOut,
    ILogger<AtProviderModel> log) : PageModel
{
    public const string Path = "/identity/signin/provider";

    /// <summary>What came of the last attempt.</summary>
    public const string Away = "away", Refused = "refused", Blocked = "blocked";

    private const string RetryAfterSeconds = "5";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Token of an invitation.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Invitation { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Fault { get; set; }

    /// <summary>The button was pressed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Go { get; set; }

    /// <summary>The provider is to ask for the password even of those it knows.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Anew { get; set; }

    public string Provider => options.Value.Provider!.Name;

    public string Lead => Fault switch
    {
        null => "AtProvider.Lead",
        Away => "AtProvider.Away",
        Blocked => "SignIn.Blocked",
        _ => "AtProvider.Refused",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Go || (Fault is null && !signedOut.IsIn(HttpContext)))
        {
            Fault = await provider.FindAsync(ct) is null ? Away : await TryChallengeAsync(ct);
            if (Fault is null)
            {
                return new EmptyResult();
            }
        }

        if (Fault == Away)
        {
            Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        Response.StatusCode = Fault switch { null => 200, Away => 503, Blocked => 403, _ => 400 };

        return Page();
    }

    /// <summary>Sends the browser on, or says what came of it.</summary>
    private async Task<string?> TryChallengeAsync(CancellationToken ct)
    {
        try
        {
            // Where the provider takes pushed requests it is asked before the browser is.
            await HttpContext.ChallengeAsync(ProviderSignIn.Scheme, Carry());
            return null;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Its own words may name the person.
            LogFailed(log, e.GetType().Name);
            return ProviderAddresses.IsAway(e) ? Away : Refused;
        }
    }

    private OpenIdConnectChallengeProperties Carry()
    {
        var carried = new OpenIdConnectChallengeProperties { RedirectUri = Url.Page("/ExternalProvider/Welcome") };
        carried.SetString(ProviderSignIn.ReturnUrl, ReturnUrl);
        carried.SetString(ProviderSignIn.Invitation, Invitation);
        if (Anew || signedOut.IsIn(HttpContext))
        {
            carried.Prompt = OpenIdConnectPrompt.Login;
            // With this it has to say when they signed in.
            carried.MaxAge = TimeSpan.Zero;
        }

        return carried;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in provider did not take a request: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
