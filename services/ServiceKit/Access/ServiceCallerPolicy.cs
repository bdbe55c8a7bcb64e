using Microsoft.AspNetCore.Authorization;

namespace Technopark.ServiceKit.Access;

/// <summary>
/// Which services may call a gRPC service: <c>Callers:&lt;name&gt;</c> lists their client ids; who is not listed is
/// refused.
/// </summary>
internal static class ServiceCallerPolicy
{
    /// <summary>Service name of the event feed in the list.</summary>
    public const string Feed = "EventFeed";

    /// <summary>Service name of what is kept about people.</summary>
    public const string PersonalData = "PersonalData";

    /// <summary>Admits the listed services by their own tokens, and no person.</summary>
    public static TBuilder AllowCallers<TBuilder>(this TBuilder endpoint, string service)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy
            .AddAuthenticationSchemes(JwtAuthentication.Services)
            .RequireAuthenticatedUser()
            .RequireAssertion(context => IsListed(context, service)));

    private static bool IsListed(AuthorizationHandlerContext context, string service)
    {
        var listed = ((HttpContext)context.Resource!).RequestServices.GetRequiredService<IConfiguration>()
            .GetSection($"Callers:{service}");
        return context.User.FindFirst("client_id")?.Value is { } client && listed.GetChildren()
            .Any(caller => caller.Value == client);
    }
}
