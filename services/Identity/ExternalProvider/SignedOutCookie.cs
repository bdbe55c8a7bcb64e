namespace Technopark.Identity.ExternalProvider;

/// <summary>
/// Remembers in a browser that somebody signed out. They may still be signed in at the provider, which would let them,
/// or whoever comes to this browser next, in again without a word: so the next sign-in waits for a click, and asks the
/// provider who it is.
/// </summary>
internal sealed class SignedOutCookie(IdentityCookies cookies)
{
    public bool IsIn(HttpContext context) => context.Request.Cookies.ContainsKey(Describe().Name!);

    public void Leave(HttpContext context) =>
        context.Response.Cookies.Append(Describe().Name!, "1", Describe().Build(context));

    public void Remove(HttpContext context) =>
        context.Response.Cookies.Delete(Describe().Name!, Describe().Build(context));

    private CookieBuilder Describe() => cookies.Name(new CookieBuilder(), "tp-identity-left");
}
