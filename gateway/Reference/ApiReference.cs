using System.Security.Cryptography;
using Scalar.AspNetCore;
using Technopark.Gateway.Proxy;

namespace Technopark.Gateway.Reference;

/// <summary>One page over the documents of all services. Its script comes with the gateway.</summary>
internal static class ApiReference
{
    public static void MapApiReference(this WebApplication app) => app.MapScalarApiReference(
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
