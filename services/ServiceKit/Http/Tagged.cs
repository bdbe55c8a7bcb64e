using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Domain;

namespace Technopark.ServiceKit.Http;

/// <summary>200 with a thing and its ETag; 304 where the client has that state already.</summary>
public sealed class Tagged<TView>(TView view, uint rowVersion) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = ETag.Of(rowVersion);
        if (HttpMethods.IsGet(httpContext.Request.Method)
            && httpContext.Request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known && ETag.Matches(known, rowVersion))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return response.WriteAsJsonAsync(view, ParkJson.Options, httpContext.RequestAborted);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TView), ["application/json"]));
}

/// <summary>Makes <see cref="Tagged{TView}"/> of an aggregate.</summary>
public static class Tagged
{
    /// <summary>The view of a thing under the ETag of its root.</summary>
    public static Tagged<TView> Of<TRoot, TView>(TRoot root, Func<TRoot, TView> view)
        where TRoot : AggregateRoot => new(view(root), root.RowVersion);
}
