using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;

namespace Technopark.Identity.ExternalProvider;

/// <summary>
/// Where people sign in at a provider, pages of the park's own passwords are not there, nor is any that nobody has
/// named here; links to those at which people begin lead to the provider. Elsewhere the provider's pages are not there.
/// </summary>
/// <param name="page">Name of the page.</param>
internal sealed class SignInModeFilter(string page) : IResourceFilter
{
    private static readonly string[] OfProvider = ["/ExternalProvider/AtProvider", "/ExternalProvider/Welcome"];

    private static readonly string[] OfBoth =
    [
        "/Accounts/Profile", "/Accounts/Sessions", "/People/Data", "/People/Erased",
        "/Shared/Denied", "/Shared/Error", "/SignIn/SignedOut",
    ];

    private static readonly string[] Beginnings = ["/SignIn/SignIn", "/Registration/Register"];

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var http = context.HttpContext;
        var isElsewhere =
            http.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value.Provider is not null;
        if (isElsewhere && Beginnings.Contains(page) && HttpMethods.IsGet(http.Request.Method))
        {
            var kept = new[] { ProviderSignIn.ReturnUrl, ProviderSignIn.Invitation }
                .Select(name => KeyValuePair.Create(name, (string?)http.Request.Query[name]));
            context.Result = new RedirectResult(
                QueryHelpers.AddQueryString(AtProviderModel.Path, kept.Where(part => part.Value is not null)));
        }
        else if (OfProvider.Contains(page) ? !isElsewhere : isElsewhere && !OfBoth.Contains(page))
        {
            context.Result = new NotFoundResult();
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
