using Technopark.Portal.Parts;
using Technopark.Portal.Parts.Drafts;
using Technopark.Portal.Shell;

namespace Technopark.Portal;

internal static class PortalModule
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddServiceDefaults();
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddLanguages();
        builder.Services.AddSingleton<Texts>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ParkClock>();
        builder.Services.AddScoped<Visitor>();
        builder.Services.AddParkClients();
        builder.Services.AddScoped<DraftStore>();
        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddRazorComponents();
    }

    public static void MapPortal(this WebApplication app)
    {
        app.UseHeadRequests();
        app.UseOwnRedirects();
        app.UseRouting();
        app.MapServiceDefaults();
        app.UseLanguages();
        app.UsePrivatePages();
        app.UseStatusCodePagesWithReExecute("/trouble", createScopeForStatusCodePages: true);
        app.UseTroubles();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapThemes();
        // Browsers look for it where a page names no other.
        app.MapGet("/favicon.ico", () => Results.LocalRedirect("~/favicon.svg"));
        // The gateway takes a change only from the park's own pages: no token is needed, and none runs out.
        app.MapRazorComponents<App>().DisableAntiforgery();
    }
}
