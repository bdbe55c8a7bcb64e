using Microsoft.AspNetCore.Authorization;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.Access;

/// <summary>Holds every endpoint of a centre to its row of the access table, and tells the database who asks.</summary>
public static class AccessPolicies
{
    /// <summary>Admits who shows this service's key of operations, and nobody else.</summary>
    public static TBuilder AllowOperators<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.RefuseUnknownQuery();
        return endpoint.RequireAuthorization(
            policy => policy.AddAuthenticationSchemes(OperationsKey.Name).RequireAuthenticatedUser());
    }

    /// <summary>Admits the services whose client ids <c>Callers:NAME</c> lists, by their own tokens.</summary>
    public static void AllowCallers(this IEndpointConventionBuilder endpoint, string name) =>
        endpoint.AllowServices((client, context) => context.RequestServices.GetRequiredService<IConfiguration>()
            .GetSection($"Callers:{name}").GetChildren().Any(caller => caller.Value == client));

    /// <summary>Admits one service by its own token: whose the things are that the call is about.</summary>
    internal static void AllowCaller(this IEndpointConventionBuilder endpoint, string service) =>
        endpoint.AllowServices((client, _) => client == service);

    /// <summary>Gives each endpoint the policy of its row; an endpoint without one stops the start.</summary>
    internal static void Guard(this IEndpointConventionBuilder api, AccessTable access) => api.Finally(endpoint =>
    {
        var row = access.RowOf(endpoint.Metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName);
        endpoint.Metadata.Add(row);
        endpoint.Metadata.Add(row.IsOpen ? new AllowAnonymousAttribute() : PolicyOf(row));
    });

    /// <summary>Rows that no endpoint has any more say something that is not true.</summary>
    internal static void RequireNoStrayRows(this IEndpointRouteBuilder app, AccessTable access)
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
    internal static void UseCaller(this WebApplication app) => app.Use(async (context, next) =>
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

    private static void AllowServices(
        this IEndpointConventionBuilder endpoint, Func<string, HttpContext, bool> admits) =>
        endpoint.RequireAuthorization(policy => policy
            .AddAuthenticationSchemes(JwtAuthentication.Services)
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.User.FindFirst("client_id")?.Value is { } client
                && admits(client, (HttpContext)context.Resource!)));

    private static AuthorizationPolicy PolicyOf(AccessRow row) =>
        new AuthorizationPolicyBuilder(JwtAuthentication.People)
        .RequireAuthenticatedUser()
        .RequireAssertion(context => row.Admit(context.User) is not null)
        .Build();
}
