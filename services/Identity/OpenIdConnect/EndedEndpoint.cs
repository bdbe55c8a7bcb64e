using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Identity.OpenIdConnect;

/// <summary>Tells the park's services which sessions have ended whose access tokens may still be valid.</summary>
internal static class EndedEndpoint
{
    public static async Task<Ok<Guid[]>> HandleAsync(Sessions sessions, CancellationToken ct) =>
        TypedResults.Ok(await sessions.EndedAsync(ct));

    public static TBuilder ForServices<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(
            policy => policy.AddAuthenticationSchemes(JwtAuthentication.Services).RequireAuthenticatedUser());
}
