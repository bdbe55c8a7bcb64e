using System.Security.Cryptography;
using Scalar.AspNetCore;
using Technopark.Gateway.Proxy;

namespace Technopark.Gateway.Reference;

/// <summary>
/// One page over the documents of all services. Its scripts come with the gateway; who has signed in tries operations.
/// </summary>
internal static class ApiReference
{
    private const string Script = "session.js";

    public static void MapApiReference(this WebApplication app)
    {
        app.MapGet($"/reference/{Script}", () => Results.Stream(
            typeof(ApiReference).Assembly.GetManifestResourceStream(Script)!, "text/javascript; charset=utf-8"))
            .AllowAnonymous();
        app.MapPage();
    }

    private static void MapPage(this WebApplication app) => app.MapScalarApiReference(
        "/reference", (options, context) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; " +
            "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; " +
            "form-action 'none'; frame-ancestors 'none'";
        options
            .WithNonce(nonce)
            .WithTitle(ReferenceText.InBothLanguages("Title"))
            .WithJavaScriptConfiguration($"reference/{Script}")
            .AddHeaderContent($"""
                <p style="margin: 0; padding: .75rem 1.5rem; font: 1rem system-ui">
                  <a href="/signin?returnUrl=/reference/">{ReferenceText.InBothLanguages("SignIn")}</a>
                </p>
                """)
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools();
        foreach (var service in ParkRoutes.Services(app.Configuration))
        {
            options.AddDocument(service, ReferenceText.TitleOf(service), ParkRoutes.DocumentOf(service));
        }
    }).AllowAnonymous();
}
