namespace Technopark.Portal.Shell;

/// <summary>Light or dark as the person chose; else as their system says.</summary>
internal static class Themes
{
    public const string Cookie = "technopark-theme";

    private static readonly string[] All = ["light", "dark"];

    public static void MapThemes(this IEndpointRouteBuilder app) => app.MapPost("/theme", (HttpContext context) =>
    {
        var theme = context.Request.Form["theme"].ToString();
        if (All.Contains(theme))
        {
            context.Response.Cookies.Append(Cookie, theme, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
            });
        }
        else
        {
            context.Response.Cookies.Delete(Cookie);
        }

        var back = context.Request.Form["back"].ToString();
        return Results.LocalRedirect(IsWithin(back) ? $"~{back}" : "~/");
    }).DisableAntiforgery();

    /// <summary>Only within the park: no other site's page is opened from here.</summary>
    private static bool IsWithin(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\');
}
