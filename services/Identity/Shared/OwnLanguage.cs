using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Technopark.Identity.Shared;

/// <summary>Pages of somebody who has signed in speak their own language, unless the address names another.</summary>
internal sealed class OwnLanguage : IAsyncResourceFilter
{
    public const string Claim = "locale";

    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (Languages.Find(http.Request.Query[Languages.Query]) is null
            && Languages.Find(http.User.FindFirst(Claim)?.Value) is { } own)
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (own, own);
        }

        return next();
    }
}
