using System.Diagnostics;
using System.Net;
using Technopark.ServiceKit.Access;

namespace Technopark.ServiceKit.Audit;

/// <summary>Who does something, in which roles, from where, by which operation.</summary>
internal readonly record struct AuditActor(
    string Actor, string? Roles, string? Address, string? TraceId, string? Operation)
{
    private const string Operator = "operator";
    private const string Anonymous = "anonymous";

    /// <summary>A service, whose event is reacted to.</summary>
    public static AuditActor Of(CausationContext cause) =>
        new(cause.Type!.Split('.')[1], null, null, Activity.Current?.TraceId.ToString(), cause.Type.Split('.')[2]);

    /// <summary>The service itself, by its own clock.</summary>
    public static AuditActor Of(CentreInfo centre) =>
        new(centre.Name, null, null, Activity.Current?.TraceId.ToString(), null);

    /// <summary>Whoever sends the request.</summary>
    /// <param name="endpoint">What they asked for, where the request does not know any more.</param>
    public static AuditActor Of(HttpContext http, Endpoint? endpoint = null) => new(
        ActorOf(http), RolesOf(http), AddressOf(http.Connection.RemoteIpAddress),
        // The same that a problem shows.
        Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier, OperationOf(endpoint ?? http.GetEndpoint()));

    private static string ActorOf(HttpContext http) => http.User.Identity switch
    {
        { AuthenticationType: OperationsKey.Name } => Operator,
        { IsAuthenticated: true } => http.User.FindFirst("sub")?.Value ?? Anonymous,
        _ => Anonymous,
    };

    private static string? RolesOf(HttpContext http) =>
        RoleNames.Of(http.User) is var roles and not ServiceDefaults.Roles.None
            ? string.Join(',', RoleNames.In(roles).Select(RoleNames.NameOf)) : null;

    private static string? AddressOf(IPAddress? address) => address switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        // A zone says only by which of this machine's own cards it came.
        _ => address.ToString().Split('%')[0],
    };

    private static string? OperationOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName
            ?? (endpoint as RouteEndpoint)?.RoutePattern.RawText;
}
