using Microsoft.AspNetCore.Authorization;

namespace Technopark.ServiceKit.Access;

/// <summary>Holds every endpoint of a centre to its row of the access table, and tells the database who asks.</summary>
internal static class AccessPolicies
{
    /// <summary>
    /// Gives each endpoint the policy of its row; an endpoint without one stops the program before it serves anything.
    /// </summary>
    public static void Guard(this IEndpointConventionBuilder api, AccessTable access) => api.Finally(endpoint =>
    {
        var row = access.RowOf(endpoint.Metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName);
        endpoint.Metadata.Add(row);
        endpoint.Metadata.Add(row.IsOpen ? new AllowAnonymousAttribute() : PolicyOf(row));
    });

    /// <summary>Rows that no endpoint has any more say something that is not true.</summary>
    public static void RequireNoStrayRows(this IEndpointRouteBuilder app, AccessTable access)
    {
        var served = app.DataSources.SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<AccessRow>()?.Operation).ToHashSet();
        if (access.FirstOrDefault(row => !served.Contains(row.Operation)) is { } stray)
        {
            throw new InvalidOperationException(
                $"The access table has a row for '{stray.Operation}', and there is no such endpoint.");
        }
    }

    /// <summary>Queries of the request find what its caller may see, and nothing where nobody is admitted.</summary>
    public static void UseCaller(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AccessRow>() is not { } row)
        {
            await next(context);
            return;
        }

        var db = context.RequestServices.GetRequiredService<CentreDb>();
        db.BeginUnitOfWork(row.Admit(context.User) ?? Caller.Anonymous, default);
        try
        {
            await next(context);
        }
        finally
        {
            db.BeginUnitOfWork(Caller.Anonymous, default);
        }
    });

    private static AuthorizationPolicy PolicyOf(AccessRow row) =>
        new AuthorizationPolicyBuilder(JwtAuthentication.People)
        .RequireAuthenticatedUser()
        .RequireAssertion(context => row.Admit(context.User) is not null)
        .Build();
}
