using Microsoft.AspNetCore.Http.HttpResults;
using Technopark.Identity.SignIn;
using Technopark.ServiceDefaults;

namespace Technopark.Identity.OpenIdConnect;

/// <summary>
/// Tells the park's own services which sessions have ended while access tokens of theirs may still be about.
/// </summary>
internal static class EndedEndpoint
{
    public static async Task<Ok<Guid[]>> HandleAsync(Sessions sessions, CancellationToken ct) =>
        TypedResults.Ok(await sessions.EndedAsync(ct));

    public static TBuilder ForServices<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(
            policy => policy.AddAuthenticationSchemes(JwtAuthentication.Services).RequireAuthenticatedUser());
}
