using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;

namespace Technopark.Identity.Shared;

/// <summary>
/// The languages of the pages: what the person chose here or in the portal, whose cookie this is too, else what the
/// browser asks for, else Russian. Pages of somebody who has signed in speak the language of the person.
/// </summary>
internal static class Languages
{
    public const string Query = "culture";

    public static readonly IReadOnlyList<CultureInfo> All =
        [CultureInfo.GetCultureInfo("ru-RU"), CultureInfo.GetCultureInfo("en-GB")];

    private const string Cookie = "technopark-language";

    /// <summary>Of the page that is being made: <c>ru</c> or <c>en</c>.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static void AddLanguages(this IServiceCollection services)
    {
        // Cyrillic is written as it is, not as a number for each letter.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(All[0]);
            options.SupportedCultures = options.SupportedUICultures = [.. All];
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(context => Task.FromResult(
                    Chosen(context.Request) is { } culture
                        ? new ProviderCultureResult(culture.Name)
                        : null)),
            ];
        });
    }

    public static void UseLanguages(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.Use((context, next) =>
        {
            if (Find(context.Request.Query[Query]) is { } chosen)
            {
                Remember(context, chosen);
            }

            return next(context);
        });
    }

    /// <summary>The language named, as <c>ru</c> or <c>ru-RU</c>; null where the park does not speak it.</summary>
    public static CultureInfo? Find(string? name) =>
        All.FirstOrDefault(
            known => known.TwoLetterISOLanguageName.Equals(name?.Split('-')[0], StringComparison.OrdinalIgnoreCase));

    /// <summary>Chooses a language for the portal and these pages alike.</summary>
    public static void Remember(HttpContext context, CultureInfo chosen) => context.Response.Cookies.Append(
        Cookie, chosen.TwoLetterISOLanguageName,
        new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
        });

    private static CultureInfo? Chosen(HttpRequest request) =>
        Find(request.Query[Query]) ?? Find(request.Cookies[Cookie]) ?? Preferred(request);

    /// <summary>The browser's first language that the park speaks, whatever its region.</summary>
    private static CultureInfo? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is null or > 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Find(language.Value.Value))
        .FirstOrDefault(known => known is not null);
}
