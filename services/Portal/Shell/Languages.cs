using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;

namespace Technopark.Portal.Shell;

/// <summary>The languages of the portal: what the person chose, else what the browser asks for, else Russian.</summary>
internal static class Languages
{
    public static readonly IReadOnlyList<CultureInfo> All =
        [CultureInfo.GetCultureInfo("ru-RU"), CultureInfo.GetCultureInfo("en-GB")];

    private const string Cookie = "technopark-language";
    private const string Query = "culture";

    public static void AddLanguages(this IServiceCollection services)
    {
        // Cyrillic is written as it is, not as a number for each letter.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(All[0]);
            options.SupportedCultures = options.SupportedUICultures = [.. All];
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(context => Task.FromResult(
                    Known(context.Request.Query[Query]) ?? Known(context.Request.Cookies[Cookie])
                        ?? Preferred(context.Request))),
            ];
        });
    }

    public static void UseLanguages(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.Use((context, next) =>
        {
            context.Response.Headers.Vary = "Accept-Language, Cookie";
            if (Known(context.Request.Query[Query]) is { } chosen)
            {
                context.Response.Cookies.Append(Cookie, chosen.Cultures[0].Value![..2], new CookieOptions
                {
                    HttpOnly = true,
                    IsEssential = true,
                    MaxAge = TimeSpan.FromDays(365),
                    SameSite = SameSiteMode.Lax,
                });
            }

            return next(context);
        });
    }

    /// <summary>The browser's first language that the portal speaks, whatever its region.</summary>
    private static ProviderCultureResult? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is null or > 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Known(language.Value.Value?.Split('-')[0]))
        .FirstOrDefault(known => known is not null);

    private static ProviderCultureResult? Known(string? language) =>
        All.FirstOrDefault(known => string.Equals(
            known.TwoLetterISOLanguageName, language, StringComparison.OrdinalIgnoreCase)) is { } culture
            ? new ProviderCultureResult(culture.Name) : null;
}
