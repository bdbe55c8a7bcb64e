using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Technopark.Identity.ExternalProvider;

namespace Technopark.Identity.Shared;

/// <summary>The pages on which people sign in and look after their accounts.</summary>
internal static class PageSetup
{
    private const string SignedIn = "signedIn";

    public static void AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddLanguages();
        services.AddMemoryCache();
        services.AddSingleton<IdentityCookies>().ConfigureOptions<IdentityCookies>();
        services.AddAuthorizationBuilder().AddPolicy(
            SignedIn,
            policy => policy.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser());
        services.AddRazorPages(pages =>
            {
                // Each page lies beside what it uses, in the folder of what a person does.
                pages.RootDirectory = "/";
                pages.Conventions.AddFolderApplicationModelConvention("/", Close);
                pages.Conventions.ConfigureFilter(
                    new ResponseCacheAttribute { NoStore = true, Location = ResponseCacheLocation.None });
            })
            .AddMvcOptions(mvc => mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true)
            .AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddDataAnnotationsLocalization(
                rules => rules.DataAnnotationLocalizerProvider = (_, texts) => texts.Create(typeof(Text)));
        // Before all others: whoever asks for a page is told of a failure by a page.
        services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, ProblemPage>());
    }

    public static void MapPages(this WebApplication app)
    {
        app.UseLanguages();
        app.MapRazorPages();
        app.MapGet("/identity", () => Results.Redirect(PageExtensions.Home)).ExcludeFromDescription().AllowAnonymous();
        MapFile(app, "identity.css", "text/css; charset=utf-8");
        MapFile(app, "passkeys.js", "text/javascript; charset=utf-8");
        MapFile(app, "favicon.svg", "image/svg+xml");
    }

    /// <summary>Pages without [AllowAnonymous] need a sign-in and speak the person's language.</summary>
    private static void Close(PageApplicationModel page)
    {
        if (!page.HandlerTypeAttributes.OfType<IAllowAnonymous>().Any())
        {
            page.EndpointMetadata.Add(new AuthorizeAttribute(SignedIn));
            page.Filters.Add(new OwnLanguage());
        }

        page.Filters.Add(new SignInModeFilter(page.ViewEnginePath));
    }

    private static void MapFile(WebApplication app, string name, string type)
    {
        app.MapMethods($"/identity/{name}", ["GET", "HEAD"], (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=3600";
            return Results.Stream(typeof(PageSetup).Assembly.GetManifestResourceStream(name)!, type);
        }).ExcludeFromDescription().AllowAnonymous();
    }
}
